import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { round } from './measure.ts'

/** The flags `npm start` gives Node: small steps for the heap, since a desk for a team needs little. */
export const START_FLAGS = ['--optimize-for-size', '--max-semi-space-size=2']
const MB = 1024 * 1024

export interface Program {
  /** From spawning the process to the first answer of /healthz. */
  servingMs: number
  /** Resident memory after `afterSeconds`; null where the system does not say. */
  residentMb: number | null
}

/** Starts the real program on an empty home and measures it from outside. */
export async function program(afterSeconds: number): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-start-'))
  const entry = fileURLToPath(new URL('../../app/start.js', import.meta.url))
  const startedMs = performance.now()
  const child = spawn(process.execPath, [...START_FLAGS, entry], {
    env: { ...process.env, NIGHTDESK_HOME: folder, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const address = await printedAddress(child)
    await fetch(`${address}/healthz`)
    const servingMs = performance.now() - startedMs
    await new Promise((resolve) => setTimeout(resolve, afterSeconds * 1000))
    return { servingMs: round(servingMs, 0), residentMb: residentMb(child.pid ?? 0) }
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (piece: Buffer) => {
      text += piece.toString()
      const found = /(http:\/\/[^/\s]+)\/sign-in/.exec(text)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it served`)))
  })
}

function residentMb(pid: number): number | null {
  try {
    const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb ? round((Number(kb) * 1024) / MB, 0) : null
  } catch {
    return null
  }
}
