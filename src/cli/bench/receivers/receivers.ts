import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { openHome } from '#app/home.ts'
import { freePort } from '../free-port.ts'
import { percentiles, round } from '../measure.ts'
import { start } from '../running.ts'
import { type Generated, type Order, PROVIDERS, type Receiver, type Told } from './generator.ts'
import { isAnswered, isWorkedOff, type Judged, judge } from './judge.ts'
import { discordUser, PEOPLE, phoneOf, slackUser } from './provider.ts'

const A_SECOND = 200
/** When a backlog is waited for no longer. */
const GIVE_UP_S = 300

/** One receiver under load. */
export interface Received extends Generated, Omit<Judged, 'writtenMs'> {
  /** From the last delivery until everything was worked on, seconds, and until the provider had taken every answer. */
  workedOffS: number
  answeredS: number
  /** From the moment a message bears to the journal. */
  written: { p50: number; p99: number }
  residentMb: number | null
}

/** Puts every receiver of the real program under load, one after the other, each on a home of its own. */
export async function receivers(seconds: number, say: (line: string) => void): Promise<void> {
  for (const receiver of Object.keys(PROVIDERS) as Receiver[])
    say(`${receiver}: ${sayReceived(await receive(receiver, seconds))}`)
}

function sayReceived({
  sent,
  acknowledged,
  written,
  cpu,
  residentMb,
  workedOffS,
  answeredS,
  ...judged
}: Received): string {
  const ack = acknowledged
    ? `acknowledged p50 ${round(acknowledged.p50, 0)} ms, p99 ${round(acknowledged.p99, 0)} ms, slowest ${round(acknowledged.slowest, 0)} ms (${acknowledged.count} of ${sent})`
    : `written down p50 ${round(written.p50, 0)} ms, p99 ${round(written.p99, 0)} ms after it was said (this provider wants no receipt)`
  return `${sent} messages, ${A_SECOND} a second: ${ack}; all worked off ${round(workedOffS, 1)} s after the last, all answers taken ${round(answeredS, 1)} s after it; ${judged.lost} lost, ${judged.refused} refused, ${judged.unanswered} unanswered, ${judged.twice} twice, ${judged.outOfOrder} out of order; generator at ${round(cpu * 100, 0)} % of a processor; ${residentMb ?? 'unknown'} MB resident`
}

async function receive(receiver: Receiver, seconds: number): Promise<Received> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-receivers-'))
  const home = openHome(folder)
  writeFileSync(home.policy, policy())
  const generator = fork(fileURLToPath(new URL('./generator.ts', import.meta.url)), [receiver])
  try {
    const { settings } = await told<{ settings: Record<string, string> }>(generator, 'settings')
    const port = await freePort()
    const publicUrl = `http://127.0.0.1:${port}`
    const running = await start(folder, { ...settings, PUBLIC_PORT: String(port), PUBLIC_URL: publicUrl })
    const database = new DatabaseSync(home.database, { readOnly: true })
    try {
      const done = told<{ generated: Generated }>(generator, 'generated')
      generator.send({ aSecond: A_SECOND, seconds, publicUrl } satisfies Order)
      const { generated } = await done
      const startedMs = performance.now()
      const taken = generated.sent - generated.refused
      const workedOffS = await until(startedMs, () => isWorkedOff(database, taken))
      const answeredS = await until(startedMs, () => isAnswered(database, taken))
      const { writtenMs, ...judged } = judge(database, generated.sent)
      return {
        ...generated,
        ...judged,
        workedOffS,
        answeredS,
        written: percentiles(writtenMs),
        residentMb: running.residentMb(),
      }
    } finally {
      database.close()
      await running.stop()
    }
  } finally {
    generator.disconnect()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds from a moment until something holds. */
async function until(startedMs: number, holds: () => boolean): Promise<number> {
  const since = () => (performance.now() - startedMs) / 1000
  while (!holds() && since() < GIVE_UP_S) await new Promise((resolve) => setTimeout(resolve, 200))
  return since()
}

/** The next thing of a kind that the generator tells. */
function told<T extends Told>(generator: ChildProcess, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: Told): void => {
      if (!(what in message)) return
      generator.off('message', onMessage)
      resolve(message as T)
    }
    generator.on('message', onMessage)
    generator.once('exit', (code) => reject(new Error(`the generator ended with ${code}`)))
  })
}

/** A team that everybody who writes belongs to, in every place. */
const policy = (): string =>
  [
    'version: 1',
    'company: {name: Bench, timezone: Etc/UTC}',
    'people:',
    ...Array.from({ length: PEOPLE }, (_none, at) => {
      const places = `slack: ${slackUser(at)}, discord: "${discordUser(at)}", whatsapp: "${phoneOf(at)}"`
      return `  - {id: p${at}, name: Person ${at}, ${places}, roles: [${at === 0 ? 'founder, approver' : 'sales'}]}`
    }),
    '',
  ].join('\n')
