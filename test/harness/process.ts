import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Home } from '#app/home.ts'
import type { LineResult } from '../../src/cli/run.ts'
import { TEAM_POLICY } from './home.ts'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** How a run is to be cut short: by itself at a named point, or from outside so long after the nth result. */
export type Cut = { at: string } | { afterResults: number; delayMs: number }

/** What a run of the real program came to. */
export interface ProgramRun {
  /** One for each line of standard output, in order. */
  results: (LineResult & { line?: number; error?: { code: string; message: string } })[]
  /** Exit status, or null where a signal ended it. */
  status: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface ProgramOptions {
  stdin?: string
  /** False where the program prints something else than newline-delimited JSON. */
  json?: boolean
  cut?: Cut
  environment?: Record<string, string>
}

/** Runs the `nightdesk` program as a process of its own. */
export function runProgram(args: readonly string[], options: ProgramOptions = {}): Promise<ProgramRun> {
  const { stdin = '', json = true, cut, environment = {} } = options
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...environment, ...(cut && 'at' in cut && { NIGHTDESK_KILL_AT: cut.at }) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const results: ProgramRun['results'] = []
  let stdout = ''
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const kill = (delayMs: number) => setTimeout(() => child.kill('SIGKILL'), delayMs)
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    stdout += `${line}\n`
    if (json) results.push(JSON.parse(line))
    if (cut && 'afterResults' in cut && results.length === cut.afterResults) kill(cut.delayMs)
  })
  // A process that was killed does not read its input to the end.
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  const read = new Promise<void>((resolve) => lines.on('close', resolve))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', async (status, signal) => {
      await read
      resolve({ results, status, signal, stdout, stderr })
    })
  })
}

/** Runs lines over a home with `nightdesk run -`. */
export function runLines(home: Home, lines: readonly object[], cut?: Cut): Promise<ProgramRun> {
  const stdin = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  return runProgram(['run', '-', '--home', home.folder, '--policy', TEAM_POLICY], { stdin, ...(cut && { cut }) })
}
