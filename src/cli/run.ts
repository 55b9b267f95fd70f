import { type Composition, compose } from '#app/compose.ts'
import type { Home } from '#app/home.ts'
import { tripOf } from '#app/kill.ts'
import { pinoLog } from '#app/log.ts'
import { providerFromEnvironment } from '#app/models.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import { SetClock, systemRandom } from '#app/system.ts'
import type { TurnResult } from '#desk/out/result.ts'
import { mailerFrom } from '#integrations/smtp/index.ts'
import { DeskError } from '#kernel/errors.ts'
import { toIso } from '#kernel/time.ts'
import type { Policy } from '#policy/policy.ts'
import type { Mailer } from '#ports/mailer.ts'
import { costAfter, newestCall } from '#store/model/cost.ts'
import { eventOf, type RunLine } from './run-line.ts'

export interface RunOptions {
  policy: Policy
  /** Proposes and performs nothing. */
  dry: boolean
  /** Taps every flag's primary button as its owner. */
  yes: boolean
  /** Nothing leaves this machine: mail counts as sent, and is not. */
  rehearsal?: boolean
}

type Shown = Pick<TurnResult, 'tasks' | 'reply'>

/** What one line came to, as it is printed. */
export interface LineResult extends Shown {
  id: string
  duplicate?: true
  /** What timers that came due first led to. */
  also: ({ id: string } & Shown)[]
  ms: number
  cost: { calls: number; tokens: number; usd: number }
}

/** The desk behind `nightdesk run`: its clock stands at each line's `at`, and every line is worked to its end. */
export class Runner {
  readonly composition: Composition
  readonly #clock: SetClock
  readonly #yes: boolean
  readonly #settled: TurnResult[]
  #lastMs = 0

  private constructor(composition: Composition, clock: SetClock, settled: TurnResult[], yes: boolean) {
    this.composition = composition
    this.#clock = clock
    this.#settled = settled
    this.#yes = yes
  }

  /** @throws DeskError DATABASE_CORRUPT, DATABASE_NEWER */
  static async open(home: Home, { policy, dry, yes, rehearsal = false }: RunOptions): Promise<Runner> {
    const clock = new SetClock(0)
    const settled: TurnResult[] = []
    const composition = await compose({
      home,
      clock,
      dry,
      random: systemRandom,
      log: pinoLog(process.env.LOG_LEVEL ?? 'error'),
      policy: () => policy,
      channels: [quietChannel('console')],
      publicBase: () => process.env.PUBLIC_URL?.replace(/\/$/, '') || null,
      mailer: rehearsal ? rehearsed(mailerFrom(process.env)) : mailerFrom(process.env),
      provider: await providerFromEnvironment(),
      alarms: false,
      trip: tripOf(process.env),
      keepResults: true,
      settled: (result) => settled.push(result),
    })
    await composition.desk.start()
    return new Runner(composition, clock, settled, yes)
  }

  /** Runs one line, timers that came due first. @throws DeskError CLOCK_WENT_BACK, UNKNOWN_MEMBER, INTERNAL */
  async line(line: RunLine, number: number): Promise<LineResult> {
    const startedNs = process.hrtime.bigint()
    const { sql } = this.composition
    const before = await sql.read(newestCall)
    const atMs = Date.parse(line.at)
    if (atMs < this.#lastMs)
      throw new DeskError('CLOCK_WENT_BACK', { line: number, at: line.at, last: toIso(this.#lastMs) })
    this.#lastMs = atMs
    this.#clock.set(atMs)
    const also = (await this.#drained()).map(({ event, tasks, reply }) => ({ id: event, tasks, reply }))
    const shown = await this.#shown(line)
    const ms = Number(process.hrtime.bigint() - startedNs) / 1e6
    const { calls, tokens, usdMicros } = await sql.read(() => costAfter(before))
    return { id: line.id, ...shown, also, ms, cost: { calls, tokens, usd: usdMicros / 1e6 } }
  }

  close(): Promise<void> {
    return this.composition.close()
  }

  async #shown(line: RunLine): Promise<Shown & { duplicate?: true }> {
    const event = eventOf(line)
    if (!event) return { tasks: [], reply: null }
    const accepted = await this.composition.desk.receive(event)
    const settled = await this.#drained()
    const own = accepted.duplicate ? firstResult(accepted.result) : settled.find(({ seq }) => seq === accepted.seq)
    if (!own) throw new DeskError('INTERNAL', { reference: line.id })
    const { tasks, reply } = this.#yes ? await this.#tapped(own, line) : own
    return { tasks, reply, ...(accepted.duplicate && { duplicate: true as const }) }
  }

  /** Approves each open flag of a result as its owner would, where there is one proposal to approve. */
  async #tapped(own: Shown, line: RunLine): Promise<Shown> {
    let { tasks, reply } = own
    for (const task of own.tasks) {
      if (task.status !== 'waiting_human' || !task.flag || task.flag.proposed.length === 0) continue
      const decision = { flag: task.flag.id, verb: 'approve' as const }
      const from = { kind: 'member' as const, id: task.flag.owner }
      const accepted = await this.composition.desk.receive({
        id: `yes:${line.id}:${task.flag.id}`,
        channel: 'console',
        conversation: `flags:${task.flag.owner}`,
        kind: 'decision',
        from,
        decision,
        atMs: Date.parse(line.at),
      })
      const settled = await this.#drained()
      const tap = accepted.duplicate ? firstResult(accepted.result) : settled.find(({ seq }) => seq === accepted.seq)
      if (!tap) continue
      tasks = tasks.map((one) => tap.tasks.find((after) => after.task === one.task) ?? one)
      reply = tap.reply
    }
    return { tasks, reply }
  }

  async #drained(): Promise<TurnResult[]> {
    await this.composition.desk.drain()
    return this.#settled.splice(0)
  }
}

const rehearsed = (mailer: Mailer): Mailer =>
  mailer.configured ? { ...mailer, send: async ({ key }) => ({ id: mailer.idOf(key), refused: [] }) } : mailer

function firstResult(kept: string | null): Shown {
  const first = kept ? (JSON.parse(kept) as TurnResult) : null
  return { tasks: first?.tasks ?? [], reply: first?.reply ?? null }
}
