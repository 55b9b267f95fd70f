import { z } from 'zod'
import { MINUTE_MS, SECOND_MS } from '#kernel/units.ts'
import type { Model, ModelAsk, ModelFailure } from '#ports/model.ts'
import type { ModelProvider } from '#ports/model-provider.ts'
import type { ModelAccount, Models } from '#ports/models.ts'
import type { DeskContext } from '../context.ts'
import { faultFields } from '../watch/fault-fields.ts'
import { Answers } from './answers.ts'
import { Asking, type AskingParts } from './asking.ts'
import { Health, type ModelTrouble } from './health.ts'
import { Patience } from './patience.ts'
import { Purse } from './purse.ts'

/** The models as the desk knows them: metered, and sometimes not there. */
export interface DeskModels extends Models {
  /** Why none is asked at the moment, or null. */
  trouble(): ModelTrouble | null
  /** Remembers what was told before a restart. With `alarms`, an outage is looked at now and then, also while nobody asks. */
  start(options: { alarms: boolean }): Promise<void>
  /** Whether finding the job of an event was asked of a model since this was asked last. */
  routed(event: number): boolean
  /** Why no model said whose job an event is, where one was asked; null where it did, or none was. Until `routed` is asked. */
  unread(event: number): ModelFailure | null
  /** Ends what is under way, and settles it. */
  stop(): Promise<void>
}

/** A desk without a model. */
export const modelsOf = (models: Models): DeskModels => ({
  for: models.for,
  trouble: () => null,
  routed: () => false,
  unread: () => null,
  start: async () => undefined,
  stop: async () => undefined,
})

export type ModelsDesk = Omit<DeskContext, 'models'>

/** For so long nobody calls a model that is down; then one call shows whether it is back. */
const HALF_OPEN_AFTER_MS = 30 * SECOND_MS
const FIRST_LOOK_MS = HALF_OPEN_AFTER_MS + SECOND_MS
const LONGEST_LOOK_MS = 5 * MINUTE_MS

/** Asked to see whether it answers at all. */
const PING: ModelAsk<{ ok: boolean }> = {
  tier: 'small',
  name: 'ping',
  instruction: 'Answer with ok: true.',
  text: '',
  schema: z.object({ ok: z.boolean() }),
}

/** The desk's own account, for looking after an outage. */
const OWN: ModelAccount = { agent: 'desk', task: null, event: null }

/**
 * The models of a provider, with the policy's caps round them. Which they are, and whether there are any, is read from the policy
 * each time.
 */
export function deskModels(
  desk: ModelsDesk,
  provider: ModelProvider,
  {
    firstLookMs = FIRST_LOOK_MS,
    halfOpenAfterMs = HALF_OPEN_AFTER_MS,
  }: { firstLookMs?: number; halfOpenAfterMs?: number } = {},
): DeskModels {
  const purse = new Purse(desk, provider)
  const health = new Health(desk)
  const patience = new Patience({
    random: desk.random,
    halfOpenAfterMs,
    opened(reply) {
      const told = health.down(reply.type === 'failed' ? reply.problem : 'it failed')
      underWay.add(told)
      void told.finally(() => underWay.delete(told))
    },
  })
  const underWay = new Set<Promise<unknown>>()
  const parts: AskingParts = { desk, provider, purse, patience, health, answers: new Answers(), underWay }
  const routed = new Map<number, ModelFailure | null>()
  let look: NodeJS.Timeout | null = null

  const modelFor = (account: ModelAccount): Model | null => {
    const { enabled, tiers } = desk.policy().model
    const { small, large } = tiers
    if (!enabled || small === null || large === null) return null
    return {
      name: small === large ? small : `${small}, ${large}`,
      async ask(ask) {
        const answer = await new Asking(parts, account, ask).answer(ask.tier === 'small' ? small : large)
        if (account.task === null && account.event !== null) routed.set(account.event, answer.ok ? null : answer.why)
        return answer
      },
    }
  }
  const lookAgain = (waitMs: number): void => {
    look = setTimeout(async () => {
      if (health.trouble('') === 'down')
        await modelFor(OWN)
          ?.ask(PING)
          .catch((error: unknown) => desk.log.error(faultFields(error), 'the model could not be asked'))
      lookAgain(health.trouble('') === 'down' ? Math.min(LONGEST_LOOK_MS, waitMs * 2) : firstLookMs)
    }, waitMs).unref()
  }
  return {
    for: modelFor,
    trouble: () => health.trouble(purse.today()),
    async start({ alarms }) {
      await health.load()
      if (alarms) lookAgain(firstLookMs)
    },
    routed: (event) => routed.delete(event),
    unread: (event) => routed.get(event) ?? null,
    async stop() {
      if (look) clearTimeout(look)
      patience.stop()
      await Promise.allSettled(parts.underWay)
    },
  }
}
