import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { round } from './measure.ts'

/** The flags `npm start` gives Node: small steps for the heap, since a desk for a team needs little. */
export const START_FLAGS = ['--max-semi-space-size=2']
const MB = 1024 * 1024

/** The real program as a process of its own, seen from outside. */
export interface Running {
  /** Where the console is. */
  console: string
  /** Everything it printed so far. */
  printed(): string
  /** Resident memory now; null where the system does not say. */
  residentMb(): number | null
  stop(): Promise<void>
}

/** Starts the program on a home and resolves once it has printed its sign-in link. */
export async function start(home: string, environment: Record<string, string> = {}): Promise<Running> {
  const entry = fileURLToPath(new URL('../../app/start.js', import.meta.url))
  const child = spawn(process.execPath, [...START_FLAGS, entry], {
    env: { ...process.env, NIGHTDESK_HOME: home, PORT: '0', LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  const console = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (piece: Buffer) => {
      text += piece.toString()
      const found = /(http:\/\/[^/\s]+)\/sign-in/.exec(text)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it served`)))
  })
  return {
    console,
    printed: () => text,
    residentMb: () => residentMb(child),
    async stop() {
      child.kill('SIGTERM')
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

function residentMb({ pid }: ChildProcess): number | null {
  try {
    const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb ? round((Number(kb) * 1024) / MB, 0) : null
  } catch {
    return null
  }
}
