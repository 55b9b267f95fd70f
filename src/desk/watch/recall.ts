import { z } from 'zod'
import { FieldOp } from '#kernel/record.ts'
import type { RecentAction } from '#ports/lookups.ts'
import type { Recall } from '#ports/recall.ts'
import { type ActionRow, actionsOn, lastWrites, leadsGivenSince, recentActions } from '#store/actions/action-rows.ts'
import { aliasOfAnybody, aliasOfSpeaker } from '#store/aliases/aliases.ts'
import { heldSpans } from '#store/holds/holds.ts'
import { offeringTasks } from '../act/offers.ts'
import type { DeskContext } from '../context.ts'
import { doneIn, flagsIn } from './past.ts'
import { reachOf } from './reach.ts'
import { lastTalk } from './talk.ts'
import { untidyIn } from './untidy.ts'

const RECENT = 10

/** What the desk remembers for lookups: promised slots, and what was last done in a conversation. */
export function recallOf(desk: DeskContext): Recall {
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

    assigned: async (sinceMs) => {
      const writes = await desk.sql.read(() => leadsGivenSince(sinceMs))
      return writes.flatMap(({ args, performedMs }) => {
        const owner = ownerIn(args)
        return owner === null ? [] : [{ owner, atMs: performedMs }]
      })
    },

    written: async (kind) => Object.fromEntries(await desk.sql.read(() => lastWrites(kind))),

    untidy: (owner) => untidyIn(desk, owner),

    talk: (contact, channel) => lastTalk(desk, contact, channel),

    done: (window, asker) => doneIn(desk, window, asker),

    flags: (window) => flagsIn(desk, window),
    reach: (contact) => reachOf(desk, contact),

    alias: (words, by) =>
      desk.sql.read(function* () {
        const own = yield* aliasOfSpeaker(words, by)
        const found = own ?? (yield* aliasOfAnybody(words))
        return found ? { kind: found.kind, id: found.id, own: own !== undefined } : null
      }),
  }
}

const done = (actions: readonly ActionRow[]): RecentAction[] =>
  actions.flatMap(({ id, kind, args, record, because, performedMs, principal, status }) =>
    status === 'done' && record && performedMs !== null
      ? [{ action: id, kind, record, because, atMs: performedMs, by: principal, ...opsIn(args) }]
      : [],
  )

const Ops = z.array(FieldOp)
const Given = z.object({ owner: z.string() })

const opsIn = ({ ops }: ActionRow['args']): Pick<RecentAction, 'ops'> => {
  const parsed = Ops.safeParse(ops)
  return parsed.success ? { ops: parsed.data } : {}
}

/** Whom a write of a lead gave it to; null where it says nothing of that. */
function ownerIn({ draft, ops }: ActionRow['args']): string | null {
  const said = Given.safeParse(draft)
  if (said.success) return said.data.owner
  const changed = Ops.safeParse(ops)
  const owner = changed.success ? changed.data.find(({ path }) => path === 'owner')?.after : null
  return typeof owner === 'string' ? owner : null
}
