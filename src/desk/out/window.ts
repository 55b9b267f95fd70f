import type { Inbound } from '#kernel/inbound.ts'
import type { Outbound } from '#kernel/outbound.ts'
import type { Principal } from '#kernel/principal.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Policy } from '#policy/policy.ts'
import type { Channel, Delivery, Unsent } from '#ports/channel.ts'
import type { Operation } from '#ports/sql.ts'
import { type HeardPlace, lastHeard, noteHeard } from '#store/heard.ts'
import { enqueue, type OutboxRow } from '#store/outbox/outbox.ts'
import { releaseWaiting, waitForThem } from '#store/outbox/waiting.ts'
import { isUnreachable, noteReachable } from '#store/unreachable.ts'
import type { DeskContext } from '../context.ts'
import { isBadTemplate, restsUntilMs } from './first-words.ts'

/** How long a message waits for somebody to write, once they were asked to. */
const PATIENCE_MS = 3 * DAY_MS

/** How a message may go now: as it is or by a template, not before they write (`untilMs` at the latest) or a moment, or not at all. */
export type Way =
  | { go: Pick<Delivery, 'template'> }
  | { unsent: Unsent }
  | { waits: 'for_them'; untilMs: number; heardMs: number | null }
  | { waits: 'for_the_limit'; untilMs: number }

/** Where the words of a message would be read. */
export const placeOf = ({ channel, conversation, to }: OutboxRow): HeardPlace => ({
  channel,
  place: to[0] === undefined ? conversation : `flags:${to[0]}`,
})

/** Whether somebody wrote there lately enough to be answered in free text. */
export const isWithin = (windowMs: number, heardMs: number | null, nowMs: number): boolean =>
  heardMs !== null && nowMs < heardMs + windowMs

/**
 * Whether a message may go where it should, now that it is about to: within so long of their last words as the channel allows in
 * free text; later by an approved template of the policy, else by asking them with the template `reopen` to write.
 */
export async function wayOf(
  desk: DeskContext,
  { capabilities: { windowMs } }: Pick<Channel, 'capabilities'>,
  row: OutboxRow,
): Promise<Way> {
  if (windowMs === undefined) return { go: {} }
  const place = placeOf(row)
  const nowMs = desk.clock.nowMs()
  const policy = desk.policy()
  const wanted = templateOf(row.message)
  const known = await desk.sql.read(function* () {
    return {
      heardMs: yield* lastHeard(place),
      unreachable: yield* isUnreachable(place),
      restsMs: yield* restsUntilMs(row.channel),
      template: yield* usable(policy, wanted?.name),
      reopen: yield* usable(policy, REOPEN),
    }
  })
  const { heardMs, restsMs, template, reopen } = known
  if (known.unreachable) return { unsent: 'not_reachable' }
  if (isWithin(windowMs, heardMs, nowMs) && wanted?.name !== REOPEN) return { go: {} }
  // What became of a card that they were not shown is no news.
  if (row.message.type === 'card_closed') return { unsent: 'window_closed' }
  if (restsMs > nowMs) return { waits: 'for_the_limit', untilMs: restsMs }
  if (template !== null) return { go: { template: { id: template, variables: wanted?.variables ?? {} } } }
  const untilMs = row.createdMs + PATIENCE_MS
  if (reopen === null || nowMs >= untilMs) return { unsent: 'window_closed' }
  return { waits: 'for_them', untilMs, heardMs }
}

/** Name of the template that asks somebody to write, so that they can be answered. */
export const REOPEN = 'reopen'

const templateOf = (message: Outbound) => (message.type === 'notice' ? message.template : undefined)

/** The provider's id of a template, or null where the policy names none or the provider does not take it. */
function* usable(policy: Policy, name: string | undefined): Operation<string | null> {
  const id = name === undefined ? undefined : policy.whatsapp.templates[name]
  return id === undefined || (yield* isBadTemplate(id)) ? null : id
}

/** Keeps a message until they write, and asks them to, once for every time they fell silent. */
export function* waitFor(desk: DeskContext, row: OutboxRow, { untilMs, heardMs }: WaitsForThem): Operation<void> {
  yield* waitForThem(row.id, untilMs)
  const { channel, place } = placeOf(row)
  yield* enqueue({
    key: `${REOPEN}:${channel}:${place}:${heardMs ?? 'never'}`,
    channel,
    conversation: row.conversation,
    to: row.to,
    message: { type: 'notice', to: [...row.to], text: '', choices: [], template: { name: REOPEN, variables: {} } },
    task: row.task,
    nowMs: desk.clock.nowMs(),
  })
}
type WaitsForThem = Extract<Way, { waits: 'for_them' }>

/** Somebody wrote: they can be answered from now on, and what waited for that is sent first, in its order. */
export function* openWindow(desk: DeskContext, event: Inbound, by: Principal): Operation<void> {
  const { channel, conversation } = event
  if (event.simulated || desk.channels.get(channel)?.capabilities.windowMs === undefined) return
  const nowMs = desk.clock.nowMs()
  const places = by.kind === 'member' ? [conversation, `flags:${by.id}`] : [conversation]
  for (const place of places) {
    yield* noteHeard({ channel, place }, nowMs)
    yield* noteReachable({ channel, place })
    yield* releaseWaiting(channel, place, nowMs)
  }
}
