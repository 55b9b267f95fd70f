import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { DeskError } from '#kernel/errors.ts'

/** A setting of the environment; an empty one counts as not set. */
const setting = (name: string): string | undefined => process.env[name]?.trim() || undefined

export const homeOption = (): Option =>
  new Option('--home <folder>', 'the folder that holds everything').default(
    setting('NIGHTDESK_HOME') ?? join(homedir(), '.nightdesk'),
    'NIGHTDESK_HOME, else ~/.nightdesk',
  )

export const policyOption = (): Option =>
  new Option('--policy <file>', 'the policy (default: NIGHTDESK_POLICY, else policy.yaml in the home)').default(
    setting('NIGHTDESK_POLICY'),
  )

/** Runs an action; what goes wrong is a sentence on standard error, its status 1. */
export const guarded =
  <Args extends unknown[]>(action: (...args: Args) => Promise<number>) =>
  async (...args: Args): Promise<void> => {
    try {
      process.exitCode = await action(...args)
    } catch (error) {
      process.stderr.write(`${sentenceOf(error)}\n`)
      process.exitCode = 1
    }
  }

/** A failure that is not in the error table is a mistake of ours: then its trace is what helps. */
function sentenceOf(error: unknown): string {
  if (error instanceof DeskError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Puts examples under a command's help, two columns in. */
export function examples(command: Command, lines: readonly string[]): Command {
  const head = lines.length === 1 ? 'Example:' : 'Examples:'
  return command.addHelpText('after', `\n${head}\n${lines.map((line) => `  ${line}`).join('\n')}`)
}
