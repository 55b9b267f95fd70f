import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { round } from './measure.ts'
import { start } from './running.ts'

export interface Program {
  /** From spawning the process to the first answer of /healthz. */
  servingMs: number
  /** Resident memory after `afterSeconds`; null where the system does not say. */
  residentMb: number | null
}

/** Starts the real program on an empty home and measures it from outside. */
export async function program(afterSeconds: number): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-start-'))
  const startedMs = performance.now()
  const running = await start(folder)
  try {
    await fetch(`${running.console}/healthz`)
    const servingMs = performance.now() - startedMs
    await new Promise((resolve) => setTimeout(resolve, afterSeconds * 1000))
    return { servingMs: round(servingMs, 0), residentMb: running.residentMb() }
  } finally {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
