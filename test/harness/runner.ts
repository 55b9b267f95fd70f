import { onTestFinished } from 'vitest'
import type { Home } from '#app/home.ts'
import { defaultPolicy, loadPolicy } from '#policy/policy.ts'
import { type LineResult, Runner } from '../../src/cli/run.ts'
import { RunLine } from '../../src/cli/run-line.ts'
import { TEAM_POLICY } from './home.ts'

/** A line of `nightdesk run` as a client writes it. */
export interface Line {
  id: string
  at: string
  from?: { kind: 'member' | 'client' | 'stranger'; id: string; name?: string; email?: string; zone?: string }
  text?: string
  decide?: { flag: string; verb: string; edit?: unknown; note?: string }
  tick?: true
  conversation?: string
  channel?: string
  subject?: string
  fields?: Record<string, string>
}

/** A desk in this process whose clock stands at each line. */
export interface TestDesk {
  runner: Runner
  /** Runs one line to its end. */
  send(line: Line): Promise<LineResult>
  close(): Promise<void>
}

/** Opens a desk over a home; it is closed with the test unless that happened before. */
export async function openDesk(home: Home, policy: string = TEAM_POLICY): Promise<TestDesk> {
  const runner = await Runner.open(home, { policy: loadPolicy(policy), dry: false, yes: false })
  let number = 0
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    await runner.close()
  }
  onTestFinished(close)
  return { runner, send: (line) => runner.line(RunLine.parse(line), ++number), close }
}

/** The same over a home without a policy. */
export async function openDefaultDesk(home: Home): Promise<TestDesk> {
  const runner = await Runner.open(home, { policy: defaultPolicy({ zone: 'Europe/London' }), dry: false, yes: false })
  let number = 0
  onTestFinished(() => runner.close())
  return { runner, send: (line) => runner.line(RunLine.parse(line), ++number), close: () => runner.close() }
}
