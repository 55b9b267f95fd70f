import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentiles, round } from './measure.ts'

/** What the figures were measured on. */
export function machine(): string {
  const [cpu] = cpus()
  return `${cpus().length} x ${cpu?.model.trim() ?? 'unknown CPU'}, ${process.platform} ${process.arch}, Node ${process.versions.node}`
}

/** Milliseconds in which this disk makes 4 KB durable, median of a hundred. */
export function diskCommitMs(): number {
  const file = join(tmpdir(), `nightdesk-disk-${process.pid}`)
  const handle = openSync(file, 'w')
  const block = Buffer.alloc(4096, 1)
  const times: number[] = []
  for (let nth = 0; nth < 100; nth++) {
    const startedMs = performance.now()
    writeSync(handle, block)
    fdatasyncSync(handle)
    times.push(performance.now() - startedMs)
  }
  closeSync(handle)
  rmSync(file)
  return round(percentiles(times).p50, 3)
}
