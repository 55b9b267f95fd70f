import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { DeskError } from '#kernel/errors.ts'

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** Runs an action; a known error is one sentence on standard error, its status 1. */
const guarded =
  <Args extends unknown[]>(action: (...args: Args) => Promise<number>) =>
  async (...args: Args): Promise<void> => {
    try {
      process.exitCode = await action(...args)
    } catch (error) {
      process.stderr.write(
        `${error instanceof DeskError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
      )
      process.exitCode = 1
    }
  }

const homeOption = () =>
  new Option('--home <folder>', 'the folder that holds everything').default(
    process.env.NIGHTDESK_HOME ?? join(homedir(), '.nightdesk'),
  )
const policyOption = () => new Option('--policy <file>', 'the policy to use instead of the one in the home')

/** The `nightdesk` command. Each subcommand loads its own code when it is called. */
export function buildProgram(): Command {
  const program = new Command('nightdesk')
    .description('The desk that never closes for a small team.')
    .version(version())
    .showHelpAfterError('(nightdesk --help lists the commands, nightdesk COMMAND --help its options)')

  program
    .command('run')
    .description('run the desk over newline-delimited JSON: one inbound a line in, one result a line out')
    .argument('<file>', 'the lines, or - for standard input')
    .addOption(homeOption())
    .addOption(policyOption())
    .option('--zone <name>', 'IANA zone of a home without a policy')
    .option('--dry', 'propose, perform nothing')
    .option('--yes', "tap each flag's primary button as its owner")
    .option('--fork', 'run every line against an untouched copy of the home, and print what it changed')
    .addHelpText(
      'after',
      `
Example:
  echo '{"id":"1","at":"2026-11-23T09:00:00Z","from":{"kind":"member","id":"owner"},"text":"book 30 min tomorrow at 3pm"}' | nightdesk run -`,
    )
    .action(guarded(async (file: string, flags) => (await import('./command-run.ts')).run(file, flags)))

  program
    .command('read')
    .description('print what the language layer understands: intent or when')
    .argument('<kind>', 'intent | when')
    .argument('<file>', 'newline-delimited JSON, or - for standard input')
    .action(guarded(async (kind: string, file: string) => (await import('./command-read.ts')).read(kind, file)))

  return program
}
