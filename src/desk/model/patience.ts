import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  circuitBreaker,
  DelegateBackoff,
  handleWhenResult,
  type IBreaker,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { MINUTE_MS } from '#kernel/units.ts'
import type { ModelReply } from '#ports/model-provider.ts'
import type { Random } from '#ports/random.ts'

const RETRIES = 2
const FIRST_WAIT_MS = 200
/** How many wait for one that is under way; more are turned away. */
const QUEUE_FACTOR = 8
const FAILURES_TO_OPEN = 5
const WITHIN_MS = MINUTE_MS

/** What came of a call: a reply, or why none was made: a cap forbids it, the breaker is open, the time is over. */
export type Tried = ModelReply | { type: 'capped' | 'broken' | 'late' }

/** Five failures within a minute open it, as DOMAIN 1.7 has it for every integration. */
class FiveInAMinute implements IBreaker {
  state: unknown = null
  #failedMs: number[] = []

  success(state: CircuitState): void {
    if (state === CircuitState.HalfOpen) this.#failedMs = []
  }

  failure(state: CircuitState): boolean {
    if (state === CircuitState.HalfOpen) return true
    const nowMs = performance.now()
    this.#failedMs = [...this.#failedMs.filter((ms) => nowMs - ms < WITHIN_MS), nowMs]
    return this.#failedMs.length >= FAILURES_TO_OPEN
  }
}

export interface PatienceOptions {
  random: Random
  /** Told when the breaker opens; the reply is the last failure. */
  opened(reply: ModelReply): void
  /** For so long no call is let through once it is open; then one is. */
  halfOpenAfterMs: number
}

const failed = (reply: unknown): boolean => {
  const { type, why } = reply as Partial<Extract<ModelReply, { type: 'failed' }>>
  return type === 'failed' && why !== 'too_long'
}

/**
 * How long the desk bears with a provider: so many calls at once and a queue of so many more; a failure that may pass is tried
 * again up to two times; a provider that asks to be left alone is, where that ends within the time limit. The circuit breaker
 * counts every call.
 */
export class Patience {
  readonly #random: Random
  readonly #breaker
  #slots = bulkhead(1)
  #atOnce = 0
  readonly #stopped = new AbortController()

  constructor({ random, opened, halfOpenAfterMs }: PatienceOptions) {
    this.#random = random
    this.#breaker = circuitBreaker(handleWhenResult(failed), {
      breaker: new FiveInAMinute(),
      halfOpenAfter: halfOpenAfterMs,
    })
    this.#breaker.onBreak((why) => {
      if ('value' in why) opened(why.value as ModelReply)
    })
  }

  /**
   * Does some work in its turn. It always ends by its time, however long its turn takes and whatever the work does.
   * @returns null where time ran out, or too many wait already
   */
  async within<T>(
    { timeoutMs, atOnce }: { timeoutMs: number; atOnce: number },
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | null> {
    if (this.#atOnce !== atOnce) {
      this.#atOnce = atOnce
      this.#slots = bulkhead(atOnce, atOnce * QUEUE_FACTOR)
    }
    const limit = timeout(timeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false })
    try {
      return await wrap(limit, this.#slots).execute(({ signal }) => work(signal), this.#stopped.signal)
    } catch (error) {
      // By its class: cockatiel 3.2.1's own isTaskCancelledError looks for the mark of another error.
      if (error instanceof TaskCancelledError || error instanceof BulkheadRejectedError) return null
      throw error
    }
  }

  /** Ends everything that is under way. */
  stop(): void {
    this.#stopped.abort()
  }

  /** One call, and the same again where that may help. `endsMs`: by then all of it is over, on the clock of `performance`. */
  async call(signal: AbortSignal, endsMs: number, once: () => Promise<Tried>): Promise<Tried> {
    const again = retry(
      handleWhenResult((reply) => mayPass(reply) && performance.now() + (reply.afterMs ?? 2 * FIRST_WAIT_MS) < endsMs),
      {
        maxAttempts: RETRIES,
        backoff: new DelegateBackoff(({ attempt, result }) => {
          const asked = 'value' in result ? (result.value as { afterMs?: number | null }).afterMs : null
          return asked ?? this.#jittered(FIRST_WAIT_MS * 2 ** (attempt - 1))
        }),
      },
    )
    try {
      return await wrap(again, this.#breaker).execute(once, signal)
    } catch (error) {
      if (error instanceof BrokenCircuitError) return { type: 'broken' }
      throw error
    }
  }

  /** Somewhere between the half and the whole, so that many do not come back at once. */
  #jittered(ms: number): number {
    return Math.round(ms * (0.5 + (this.#random.bytes(1)[0] ?? 0) / 510))
  }
}

const mayPass = (reply: unknown): reply is Extract<ModelReply, { type: 'failed' }> =>
  failed(reply) && (reply as Extract<ModelReply, { type: 'failed' }>).retry
