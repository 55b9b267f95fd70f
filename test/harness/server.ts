import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Home } from '#app/home.ts'

const MAIN = fileURLToPath(new URL('../../src/app/main.ts', import.meta.url))

/** A server process that a test started; it is killed with the test. */
export interface ServerProcess {
  /** The sign-in link that it prints once it serves. */
  link: Promise<string>
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null; stderr: string }>
  /** Asks it to stop. */
  stop(): void
}

/** Starts the server of a home as a process of its own. */
export function startServer(home: Home, environment: Record<string, string>): ServerProcess {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, NIGHTDESK_HOME: home.folder, LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stderr = ''
  let stdout = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const link = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      const found = /http:\/\/\S+(?=\n)/.exec(stdout)
      if (found) resolve(found[0])
    })
  })
  const ended: ServerProcess['ended'] = new Promise((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal, stderr }))
  })
  return { link, ended, stop: () => void child.kill('SIGTERM') }
}
