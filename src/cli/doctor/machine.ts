import { existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { DateTime } from 'luxon'
import type { Config } from '#app/config.ts'
import { toIso } from '#kernel/time.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const GIGABYTE = 1024 ** 3
const LITTLE_BYTES = GIGABYTE
const TOO_LITTLE_BYTES = GIGABYTE / 10
/** No clock that is right shows a time before this program was written. */
const EARLIEST_MS = Date.UTC(2026, 0, 1)

/** `engines` of package.json. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const recent = major > 22 || (major === 22 && minor >= 13)
  return recent
    ? ok('Node', `version ${version}`)
    : fail('Node', `version ${version} is too old; install Node 22.13 or newer, or run npm ci, which brings one.`)
}

/** Free bytes where the home is, or will be. */
export function checkDisk(folder: string): Finding {
  let path = folder
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path)
  const { bavail, bsize } = statfsSync(path)
  const free = bavail * bsize
  const says = `${(free / GIGABYTE).toFixed(1)} GB free`
  if (free < TOO_LITTLE_BYTES) return fail('disk', `${says}; free some space, or the desk will stop taking messages.`)
  return free < LITTLE_BYTES ? warn('disk', `${says}; make some room soon.`) : ok('disk', says)
}

/** Whether the time zone data knows summer time: some builds come without it and would book every summer an hour off. */
export function checkZones(): Finding {
  const offset = (month: number) => DateTime.fromObject({ year: 2026, month, day: 1 }, { zone: 'Europe/London' }).offset
  return offset(7) - offset(1) === 60
    ? ok('time zones', `data of ${process.versions.tz ?? 'unknown date'}`)
    : fail('time zones', 'this Node has no time zone data; install one with full ICU, as nodejs.org gives it.')
}

/** @param lastMs when the desk last wrote something down, or null */
export function checkClock(nowMs: number, lastMs: number | null): Finding {
  const now = toIso(nowMs)
  if (nowMs < EARLIEST_MS) return fail('clock', `it shows ${now}, which is long past; set this machine's clock.`)
  if (lastMs !== null && lastMs > nowMs)
    return fail('clock', `it shows ${now}, but the desk last wrote at ${toIso(lastMs)}; set this machine's clock.`)
  return ok('clock', now)
}

/** @param isRunning whether a desk of this home holds the ports right now */
export async function checkPorts({ HOST, PORT, PUBLIC_PORT }: Config, isRunning: boolean): Promise<Finding[]> {
  const ports = [['PORT', PORT] as const, ...(PUBLIC_PORT === undefined ? [] : [['PUBLIC_PORT', PUBLIC_PORT] as const])]
  return Promise.all(
    ports.map(async ([setting, port]) => {
      if (isRunning) return ok(`port ${port}`, 'the running desk has it')
      const problem = await whyNot(HOST, port)
      if (problem === null) return ok(`port ${port}`, `free on ${HOST}`)
      return problem === 'EADDRINUSE'
        ? fail(`port ${port}`, `it is in use on ${HOST}; stop what uses it, or set ${setting} to another port.`)
        : fail(`port ${port}`, `it cannot be opened on ${HOST} (${problem}); set HOST or ${setting} to something else.`)
    }),
  )
}

/** The code of why a port cannot be listened on, or null where it can. */
function whyNot(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ host, port }, () => server.close(() => resolve(null)))
  })
}
