import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Composition, compose } from '#app/compose.ts'
import { type Home, openHome } from '#app/home.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import { systemRandom } from '#app/system.ts'
import type { InboundDraft } from '#kernel/inbound.ts'
import { DAY_MS, HOUR_MS } from '#kernel/units.ts'
import { parsePolicy } from '#policy/policy.ts'
import type { Clock } from '#ports/clock.ts'
import { silentLog } from '#ports/log.ts'
import type { ModelProvider } from '#ports/model-provider.ts'

/** Monday 4 January 2027, 09:00 UTC: the bench's days count from here. */
export const START_MS = Date.UTC(2027, 0, 4, 9)

const POLICY = `
version: 1
company: {name: Bench, timezone: Etc/UTC}
people:
  - {id: mia, name: Mia Chen, roles: [founder, approver], email: mia@bench.example, working_hours: {mon-sun: "00:00-23:45"}}
  - {id: sam, name: Sam Reed, email: sam@bench.example, working_hours: {mon-sun: "00:00-23:45"}}
scheduling:
  protect: []
  defaults: {buffer_before: 0m, buffer_after: 0m, notice: 0m, horizon: 3650d}
`

/** A desk in a throw-away folder whose replies can be waited for. */
export interface BenchDesk {
  composition: Composition
  home: Home
  /** Journals a message and resolves with the milliseconds from journaled to reply in the outbox. */
  ask(event: InboundDraft): Promise<number>
  close(): Promise<void>
}

/** @param more lines of the policy */
export async function benchDesk({
  provider = null,
  policy: more = '',
}: {
  provider?: ModelProvider | null
  policy?: string
} = {}): Promise<BenchDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'))
  const home = openHome(folder)
  const policy = parsePolicy(POLICY + more, { file: 'bench' })
  const clock: Clock = { nowMs: () => START_MS }
  const waiting = new Map<number, (atMs: number) => void>()
  /** Ended in the very flush that made them durable, before whoever asked heard that they were. */
  const early = new Set<number>()
  const composition = await compose({
    home,
    clock,
    random: systemRandom,
    log: silentLog,
    policy: () => policy,
    channels: [quietChannel('console')],
    alarms: false,
    provider,
    ended: (seq) => {
      const settle = waiting.get(seq)
      if (settle) settle(performance.now())
      else early.add(seq)
      waiting.delete(seq)
    },
  })
  await composition.desk.start()
  return {
    composition,
    home,
    async ask(event) {
      let settle: (atMs: number) => void = () => undefined
      const settled = new Promise<number>((resolve) => {
        settle = resolve
      })
      const { seq } = await composition.desk.receive(event)
      const journaledMs = performance.now()
      if (early.delete(seq)) return 0
      waiting.set(seq, settle)
      return (await settled) - journaledMs
    },
    async close() {
      await composition.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Meetings a day in the bench's calendar: a full working day, as a busy team has it. */
const A_DAY = 8

/** The nth message of a conversation: a meeting in a slot of its own, so that no two ever collide. */
export function booking(nth: number, conversation: string): InboundDraft {
  const slotMs = START_MS + DAY_MS * (1 + Math.floor(nth / A_DAY)) + (nth % A_DAY) * HOUR_MS
  const [date = '', time = ''] = new Date(slotMs).toISOString().split('T')
  return {
    id: `bench-${nth}`,
    channel: 'console',
    conversation,
    kind: 'message',
    from: { kind: 'member', id: 'mia' },
    text: `book 30 min with Sam on ${date} at ${time.slice(0, 5)}`,
    atMs: START_MS,
  }
}
