import { type Inbound, type InboundDraft, Inbound as InboundSchema, MAX_TEXT_LENGTH } from '#kernel/inbound.ts'
import { flagById } from '#store/flags/flag-rows.ts'
import { type Accepted, accept } from '#store/journal/accept.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { namePrincipal } from './principal.ts'

/** Key of the journal row: an event id is unique per channel, account and sender. */
export const journalKey = (event: Pick<Inbound, 'channel' | 'account' | 'id' | 'from'>): string =>
  [event.channel, event.account, event.from.id, event.id].join(':')

/**
 * Writes an event down, once, with the name of who sent it. When this resolves it is on the disk: acknowledge it then.
 * @throws DeskError UNKNOWN_MEMBER, DISK_FULL; ZodError for what is no event at all
 */
export async function intake(desk: DeskContext, draft: InboundDraft): Promise<Accepted> {
  const event = InboundSchema.parse(draft)
  const principal = await namePrincipal(event, desk.policy(), desk.crm)
  const cut = { ...event, text: event.text.slice(0, MAX_TEXT_LENGTH + 1) }
  const lane = await laneOf(desk, event)
  const row = {
    key: journalKey(event),
    lane,
    kind: event.kind,
    visibleMs: desk.clock.nowMs(),
    body: JSON.stringify(cut),
    principal: JSON.stringify(principal),
  }
  const accepted = await desk.sql.write(() => accept(row))
  desk.trip.reach('after-journal')
  return accepted
}

/** A decision runs in the lane of its task's own conversation, wherever it was pressed. */
async function laneOf(desk: DeskContext, event: Inbound): Promise<string> {
  const { decision } = event
  if (!decision) return event.conversation
  const flag = await desk.sql.read(() => flagById(decision.flag))
  const task = flag && (await desk.sql.read(() => taskById(flag.task)))
  return task?.task.conversation ?? event.conversation
}
