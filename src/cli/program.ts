import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { declareBench } from './declare/bench.ts'
import { declareDesk } from './declare/desk.ts'
import { declareEval } from './declare/eval.ts'
import { declareFiles } from './declare/files.ts'
import { declareHome } from './declare/home.ts'
import { declarePolicy } from './declare/policy.ts'
import { declareVersions } from './declare/versions.ts'

/** Columns of the help, the same on every screen, so that the page on the command shows it as it is. */
const HELP_COLUMNS = 100

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** The `nightdesk` command. Each subcommand loads its own code when it is called. */
export function buildProgram(): Command {
  const program = new Command('nightdesk')
    .description('The desk that never closes for a small team.')
    .version(version())
    .configureOutput({
      getOutHelpWidth: () => HELP_COLUMNS,
      getErrHelpWidth: () => HELP_COLUMNS,
      outputError: (message, write) => write(sentence(message)),
    })
    .addHelpText('after', '\nnightdesk COMMAND --help says more, with examples.')
  declareHome(program)
  declarePolicy(program)
  declareFiles(program)
  declareDesk(program)
  declareEval(program)
  declareVersions(program)
  declareBench(program)
  return program
}

/** `error: unknown option '--frok'\n(Did you mean --fork?)` as one sentence. */
function sentence(message: string): string {
  const text = message
    .trim()
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.*)\?\)$/, '; did you mean $1?')
  const hint = /^unknown command '[^']*'$/.test(text) ? '; nightdesk --help lists them' : ''
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${hint}${/[.?]$/.test(text) ? '' : '.'}\n`
}
