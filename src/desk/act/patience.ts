import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  isBrokenCircuitError,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { DeskError } from '#kernel/errors.ts'
import { SECOND_MS } from '#kernel/units.ts'

const CALL_TIMEOUT_MS = 10 * SECOND_MS
const FAILURES_TO_OPEN = 5
const HALF_OPEN_AFTER_MS = 30 * SECOND_MS

/**
 * Calls to one store with two retries and a circuit breaker of its own: five failures in a row, and for 30 s its calls are
 * answered INTEGRATION_DOWN without being made.
 */
export function patience(): <T>(store: string, call: () => Promise<T>) => Promise<T> {
  const passing = handleWhen((error) => error instanceof DeskError && error.retry)
  const policies = new Map<string, IPolicy>()
  const policyOf = (store: string): IPolicy => {
    let policy = policies.get(store)
    if (!policy) {
      policy = wrap(
        retry(passing, {
          maxAttempts: 2,
          backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 2 * SECOND_MS }),
        }),
        circuitBreaker(passing, {
          halfOpenAfter: HALF_OPEN_AFTER_MS,
          breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
        }),
        timeout(CALL_TIMEOUT_MS, TimeoutStrategy.Aggressive),
      )
      policies.set(store, policy)
    }
    return policy
  }
  return async (store, call) => {
    try {
      return await policyOf(store).execute(call)
    } catch (error) {
      // Its class is asked for: cockatiel 3.2.1's own isTaskCancelledError looks for the mark of another error.
      // A call that was given up may still get through; it is looked up before it is made again.
      if (isBrokenCircuitError(error) || error instanceof TaskCancelledError)
        throw new DeskError('INTEGRATION_DOWN', { name: store }, { cause: error })
      throw error
    }
  }
}
