import type { RecentAction } from '#ports/lookups.ts'
import type { Recall } from '#ports/recall.ts'
import { type ActionRow, actionsOn, recentActions } from '#store/actions/action-rows.ts'
import { heldSpans } from '#store/holds/holds.ts'
import { offeringTasks } from '../act/offers.ts'
import type { DeskContext } from '../context.ts'

const RECENT = 10

/** What the desk remembers for lookups: promised slots, and what was last done in a conversation. */
export function recallOf(desk: Pick<DeskContext, 'sql' | 'clock'>): Recall {
  return {
    holds: ({ addresses, fromMs, toMs, asker }) =>
      desk.sql.read(function* () {
        const own = yield* offeringTasks(asker.task, {
          conversation: asker.conversation,
          principal: { id: asker.principal },
        })
        const lists = []
        for (const address of addresses) {
          const spans = yield* heldSpans(address, fromMs, toMs, desk.clock.nowMs(), own)
          lists.push({ address, readable: true, busy: spans.map((span) => ({ ...span, firm: true })) })
        }
        return lists
      }),

    recent: async (conversation) => {
      return done(await desk.sql.read(() => recentActions(conversation, RECENT)))
    },

    of: async (record) => done(await desk.sql.read(() => actionsOn(record))),
  }
}

const done = (actions: readonly ActionRow[]): RecentAction[] =>
  actions.flatMap(({ id, kind, record, because, performedMs, principal, status }) =>
    status === 'done' && record && performedMs !== null
      ? [{ action: id, kind, record, because, atMs: performedMs, by: principal }]
      : [],
  )
