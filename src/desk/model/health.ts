import type { Reason } from '#kernel/reasons.ts'
import { sayMoment } from '#kernel/time.ts'
import { ownerOf } from '#policy/people.ts'
import type { Operation } from '#ports/sql.ts'
import { appendAudit } from '#store/audit/append.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import { dropSetting, getSetting, putSetting } from '#store/settings.ts'
import type { DeskContext } from '../context.ts'
import { toMember } from '../out/to-member.ts'
import { faultFields } from '../watch/fault-fields.ts'

/** Why no model is asked at the moment: it does not answer, or it has cost what it may cost today. */
export type ModelTrouble = 'down' | 'spent'

const DOWN_SINCE = 'model.down_since'
const SPENT_ON = 'model.spent_on'

interface News {
  what: `model.${'down' | 'up' | 'spent'}`
  /** Makes it one message, however often it is told. */
  key: string
  text: string
  /** Whose matter it is. */
  reason: Reason
  keep: () => Operation<void>
  /** Takes back what was taken for true, so that it is told when the disk has room again. */
  forget: () => void
}

/** Whether there is a model to ask. Whoever is responsible hears once that there is none, and once that there is one again. */
export class Health {
  readonly #desk: Pick<DeskContext, 'sql' | 'clock' | 'policy' | 'log' | 'channels' | 'audit' | 'changed'>
  #downSinceMs: number | null = null
  /** The allowance that is used up. */
  #spent: string | null = null

  constructor(desk: Pick<DeskContext, 'sql' | 'clock' | 'policy' | 'log' | 'channels' | 'audit' | 'changed'>) {
    this.#desk = desk
  }

  /** What was told before a restart is not told again. */
  async load(): Promise<void> {
    const [since, allowance] = await this.#desk.sql.read(function* () {
      return [yield* getSetting(DOWN_SINCE), yield* getSetting(SPENT_ON)] as const
    })
    this.#downSinceMs = since === undefined ? null : Number(since)
    this.#spent = allowance ?? null
  }

  /** @param today local date of the team */
  trouble(today: string): ModelTrouble | null {
    if (this.#downSinceMs !== null) return 'down'
    return this.#spent === this.#allowanceOf(today) ? 'spent' : null
  }

  /** A day and what it may cost: where the policy raises that, it is another. */
  #allowanceOf(today: string): string {
    const { budget, model } = this.#desk.policy()
    return `${today} ${budget.perDayUsdMicros} ${model.caps.tokensPerDay}`
  }

  /** It does not answer. @param problem what it was, without a secret */
  async down(problem: string): Promise<void> {
    if (this.#downSinceMs !== null) return
    const sinceMs = this.#desk.clock.nowMs()
    this.#downSinceMs = sinceMs
    this.#desk.log.warn({ sinceMs }, 'the model does not answer')
    await this.#tell({
      what: 'model.down',
      key: `model-down:${sinceMs}`,
      text: `The model does not answer: ${problem}. Until it does, the desk goes by its rules alone, and asks before it does what it would do by itself.`,
      reason: 'INTEGRATION',
      keep: () => putSetting(DOWN_SINCE, String(sinceMs)),
      forget: () => {
        this.#downSinceMs = null
      },
    })
  }

  /** It answers. */
  async up(): Promise<void> {
    const sinceMs = this.#downSinceMs
    if (sinceMs === null) return
    this.#downSinceMs = null
    this.#desk.log.info({ sinceMs }, 'the model answers again')
    const since = sayMoment(sinceMs, this.#desk.policy().company.timezone, this.#desk.clock.nowMs())
    await this.#tell({
      what: 'model.up',
      key: `model-up:${sinceMs}`,
      text: `The model answers again; it had not since ${since}. The desk does by itself again what the policy lets it.`,
      reason: 'INTEGRATION',
      keep: () => dropSetting(DOWN_SINCE),
      forget: () => {
        this.#downSinceMs = sinceMs
      },
    })
  }

  /** The money or the tokens of a day are used up. Told once a day, and again where the policy had allowed it more. */
  async spent(today: string): Promise<void> {
    const allowance = this.#allowanceOf(today)
    if (this.#spent === allowance) return
    this.#spent = allowance
    this.#desk.log.warn({ day: today }, 'the model has used up its day')
    const stops = this.#desk.policy().budget.onExceed === 'stop'
    const until = stops ? 'nothing is done without a yes' : 'the desk goes by its rules alone'
    await this.#tell({
      what: 'model.spent',
      key: `model-spent:${allowance}`,
      text: `The model has used up what it may cost today (\`budget.per_day\`, \`model.caps.tokens_per_day\`). Until tomorrow ${until}; nothing is lost. /cost says what it went on.`,
      reason: 'BUDGET',
      keep: () => putSetting(SPENT_ON, allowance),
      forget: () => {
        this.#spent = null
      },
    })
  }

  async #tell({ what, key, text, reason, keep, forget }: News): Promise<void> {
    const desk = this.#desk
    const owner = ownerOf(desk.policy(), reason)
    const message = { type: 'notice' as const, to: [owner.id], text, choices: [] }
    const drafts = toMember(desk, owner.id, { key, message, task: null })
    const news = desk.sql.write(function* () {
      yield* keep()
      for (const draft of drafts) yield* enqueue(draft)
      yield* appendAudit(desk.audit, { atMs: desk.clock.nowMs(), what, task: null, payload: {} })
    })
    await news.catch((error: unknown) => {
      forget()
      desk.log.error(faultFields(error), 'news of the model could not be written')
    })
    desk.changed({ topic: 'desk', id: 'model' })
  }
}
