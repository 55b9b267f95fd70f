import type { Policy } from '#policy/policy.ts'
import type { ModelAnswer, ModelAsk, ModelFailure, ModelUsage } from '#ports/model.ts'
import type { ModelProvider, ModelRequest } from '#ports/model-provider.ts'
import type { ModelAccount } from '#ports/models.ts'
import type { Spent } from '#store/model/calls.ts'
import type { DeskContext } from '../context.ts'
import { Answers } from './answers.ts'
import type { Health } from './health.ts'
import type { Patience, Tried } from './patience.ts'
import { type Prompt, promptOf } from './prompt.ts'
import type { Purse } from './purse.ts'

/** What a question goes through. */
export interface AskingParts {
  desk: Pick<DeskContext, 'clock' | 'log' | 'policy' | 'waits'>
  provider: ModelProvider
  purse: Purse
  patience: Patience
  health: Health
  answers: Answers
  /** Calls that are not settled yet. */
  underWay: Set<Promise<unknown>>
}

type Request = Omit<ModelRequest, 'signal'>
type Value<T> = { ok: true; value: T } | { ok: false; why: ModelFailure }

/** An answer that is not what was asked for is asked for once more, with what was wrong with it. */
const REPAIRS = 1
/** How much of such an answer is shown to the model again. */
const SHOWN_AGAIN = 2_000

/** One question, from its prompt to an answer that is what was asked for. It always ends by the policy's time. */
export class Asking<T> {
  readonly #parts: AskingParts
  readonly #account: ModelAccount
  readonly #ask: ModelAsk<T>
  readonly #usage: ModelUsage = { calls: 0, inputTokens: 0, outputTokens: 0, usdMicros: 0 }

  constructor(parts: AskingParts, account: ModelAccount, ask: ModelAsk<T>) {
    this.#parts = parts
    this.#account = account
    this.#ask = ask
  }

  async answer(model: string): Promise<ModelAnswer<T>> {
    const { desk, answers, patience } = this.#parts
    const policy = desk.policy()
    const { model: settings } = policy
    const prompt = promptOf(this.#ask, policy)
    if (prompt.leftOut > 0)
      desk.log.info({ agent: this.#account.agent, leftOut: prompt.leftOut }, 'a text was cut for the model')
    const key = Answers.keyOf(model, prompt)
    const known = this.#ask.schema.safeParse(answers.get(key, desk.clock.nowMs()))
    if (known.success) return this.#told({ ok: true, value: known.data }, prompt)
    const { timeoutMs, atOnce } = settings.caps
    const askedMs = performance.now()
    const endsMs = askedMs + timeoutMs
    const value = await desk.waits.during(() =>
      patience.within({ timeoutMs, atOnce }, async (signal) =>
        // A turn that comes late is no turn: what is left would not do, and the provider would be blamed for it.
        performance.now() - askedMs > timeoutMs / 2
          ? null
          : this.#tryAll(requestOf(prompt, model, settings), signal, endsMs),
      ),
    )
    if (value?.ok) answers.keep(key, value.value, desk.clock.nowMs())
    return this.#told(value ?? { ok: false, why: 'slow' }, prompt)
  }

  async #tryAll(first: Request, signal: AbortSignal, endsMs: number): Promise<Value<T>> {
    let request = first
    for (let repairs = 0; ; repairs++) {
      const reply = await this.#parts.patience.call(signal, endsMs, () => this.#once(request, signal))
      const value = await this.#valueOf(reply)
      if (!('said' in value)) return value
      if (repairs === REPAIRS || signal.aborted) return { ok: false, why: 'garbage' }
      request = { ...first, again: { said: value.said.slice(0, SHOWN_AGAIN), problem: value.problem } }
    }
  }

  /** One call: paid for, made, and settled, also where nobody waits for it any more. */
  async #once(request: Request, signal: AbortSignal): Promise<Tried> {
    const { underWay } = this.#parts
    const call = this.#call(request, signal)
    underWay.add(call)
    return call.finally(() => underWay.delete(call))
  }

  async #call(request: Request, signal: AbortSignal): Promise<Tried> {
    const { purse, provider, health } = this.#parts
    if (signal.aborted) return { type: 'late' }
    const reserved = await purse.reserve(this.#account, this.#ask.tier, request)
    if ('over' in reserved) {
      if (reserved.over === 'day') await health.spent(purse.today())
      return { type: 'capped' }
    }
    // While it is under way it counts with the most it can use: time may run out before it says.
    this.#usage.calls++
    this.#count(reserved.call.most, 1)
    const startedMs = performance.now()
    const reply = await provider.complete({ ...request, signal })
    const used = await purse.settle(reserved, reply, Math.round(performance.now() - startedMs))
    this.#count(used, 1)
    this.#count(reserved.call.most, -1)
    return reply
  }

  #count({ inputTokens, outputTokens, usdMicros }: Spent, sign: 1 | -1): void {
    this.#usage.inputTokens += sign * inputTokens
    this.#usage.outputTokens += sign * outputTokens
    this.#usage.usdMicros += sign * usdMicros
  }

  /** What a reply is worth; what can be asked for again comes with what it said. */
  async #valueOf(reply: Tried): Promise<Value<T> | { said: string; problem: string }> {
    switch (reply.type) {
      case 'capped':
        return { ok: false, why: 'cap' }
      case 'broken':
        return { ok: false, why: 'down' }
      case 'late':
        return { ok: false, why: 'slow' }
      case 'failed':
        return { ok: false, why: reply.why }
    }
    await this.#parts.health.up()
    if (reply.type === 'refused') return { ok: false, why: 'refused' }
    if (reply.type === 'garbage') return reply
    const parsed = this.#ask.schema.safeParse(reply.value)
    return parsed.success ? { ok: true, value: parsed.data } : { said: reply.said, problem: problemIn(parsed.error) }
  }

  #told(value: Value<T>, { leftOut }: Prompt): ModelAnswer<T> {
    return { ...value, usage: { ...this.#usage }, ...(leftOut > 0 && { leftOut }) }
  }
}

const requestOf = ({ leftOut: _leftOut, ...prompt }: Prompt, model: string, settings: Policy['model']): Request => ({
  ...prompt,
  model,
  again: null,
  answersBy: settings.answersBy,
  maxOutputTokens: settings.caps.tokensPerAnswer,
})

/** The first thing that is wrong, where it is and what it should be; never the value, which the model has anyway. */
function problemIn({ issues }: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): string {
  const [first] = issues
  return `${first?.path.map(String).join('.') || 'the answer'}: ${first?.message ?? 'not what was asked for'}`
}
