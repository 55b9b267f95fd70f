import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, CommanderError } from 'commander'
import { vi } from 'vitest'
import { buildProgram } from '../../src/cli/program.ts'
import { tempFolder } from '../harness/home.ts'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** What a call of the command came to. */
export interface Called {
  status: number | string | null | undefined
  out: string
  err: string
}

interface CallOptions {
  /** What `-` reads. */
  stdin?: string
  env?: Record<string, string>
}

/** Calls `nightdesk` in this process, which is quick. No setting of the machine's own home reaches it. */
export async function nightdesk(args: readonly string[], { stdin, env = {} }: CallOptions = {}): Promise<Called> {
  const given = stdin === undefined ? args : args.map(fromFile(stdin))
  vi.stubEnv('NIGHTDESK_HOME', '')
  vi.stubEnv('NIGHTDESK_POLICY', '')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const called: Called = { status: null, out: '', err: '' }
  const taken = [capture('stdout', (text) => (called.out += text)), capture('stderr', (text) => (called.err += text))]
  const before = process.exitCode
  process.exitCode = undefined
  try {
    const program = withoutExit(buildProgram())
    await program.parseAsync([...given], { from: 'user' })
    called.status = process.exitCode
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    called.status = error.exitCode
  } finally {
    process.exitCode = before
    for (const spy of taken) spy.mockRestore()
    vi.unstubAllEnvs()
  }
  return called
}

function capture(stream: 'stdout' | 'stderr', take: (text: string) => unknown) {
  return vi.spyOn(process[stream], 'write').mockImplementation((text) => {
    take(String(text))
    return true
  })
}

/** Usage mistakes end the process; here they must not. */
function withoutExit(command: Command): Command {
  for (const inner of command.commands) withoutExit(inner)
  return command.exitOverride()
}

/** Standard input is the test runner's own: a file stands in for it. */
function fromFile(text: string): (arg: string) => string {
  const file = join(tempFolder(), 'stdin')
  writeFileSync(file, text)
  return (arg) => (arg === '-' ? file : arg)
}

/** Calls `nightdesk` as a process of its own, as a person does. */
export function spawned(args: readonly string[], { stdin = '', env = {} }: CallOptions = {}): Promise<Called> {
  const { NIGHTDESK_HOME: _home, NIGHTDESK_POLICY: _policy, ...clean } = process.env
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...clean, ...env } })
  const called: Called = { status: null, out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    called.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    called.err += text
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  return new Promise<Called>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ ...called, status }))
  })
}

/** The objects of newline-delimited JSON. */
export const objects = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
