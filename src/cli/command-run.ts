import { resolve } from 'node:path'
import { type Home, lockHome, openHome, writeHead } from '#app/home.ts'
import { policyOf } from '#app/policy-of.ts'
import { systemClock } from '#app/system.ts'
import { currentHead } from '#desk/watch/audit.ts'
import { asDeskError, type DeskError } from '#kernel/errors.ts'
import { toIso } from '#kernel/time.ts'
import { Forks } from './fork.ts'
import { linesOf, writeLine } from './ndjson.ts'
import { type LineResult, Runner } from './run.ts'
import { parseLine, type RunLine } from './run-line.ts'

export interface RunFlags {
  home: string
  policy?: string
  zone?: string
  dry?: boolean
  yes?: boolean
  fork?: boolean
}

interface LineRunner {
  line(line: RunLine, number: number): Promise<LineResult>
  close(): Promise<void> | void
}

/** `nightdesk run FILE|-`. @returns the exit status: 1 where a line could not be read or run */
export async function run(file: string, flags: RunFlags): Promise<number> {
  const home = openHome(resolve(flags.home))
  const policy = policyOf(home, flags.policy, flags.zone)
  const options = { policy, dry: flags.dry === true, yes: flags.yes === true }
  // A fork reads a copy, so it may stand beside a running desk; a plain run is the one process of its home.
  const unlock = flags.fork ? null : lockHome(home, toIso(systemClock.nowMs()))
  let status = 0
  let runner: LineRunner | null = null
  try {
    runner = flags.fork ? await Forks.open(home, options) : await Runner.open(home, options)
    for await (const { number, text } of linesOf(file)) {
      try {
        await writeLine(await runner.line(parseLine(text, number), number))
      } catch (error) {
        status = 1
        await writeLine(lineError(error, number))
      }
    }
  } finally {
    if (runner instanceof Runner) await noteHead(home, runner)
    await runner?.close()
    unlock?.()
  }
  return status
}

/** The head of the audit chain, written down outside the database, as the server does. */
async function noteHead(home: Home, { composition }: Runner): Promise<void> {
  const head = await currentHead(composition.sql)
  if (head) writeHead(home, head, toIso(systemClock.nowMs()))
}

function lineError(error: unknown, line: number) {
  const known: DeskError = asDeskError(error, `line ${line}`)
  if (known.code === 'INTERNAL') process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return { line, error: { code: known.code, message: known.message } }
}
