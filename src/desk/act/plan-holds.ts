import { addressesOf } from '#kernel/actions/calendar-facts.ts'
import type { EventDraft } from '#kernel/event.ts'
import { toMs } from '#kernel/time.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import { memberByAddress } from '#policy/people.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import type { HoldDraft } from '#store/holds/holds.ts'
import type { DeskContext } from '../context.ts'

/** How long a slot stays held for a plan that may run at once; a plan that waits for a person holds it as long as it waits. */
const HOLD_MS = 10 * MINUTE_MS

type Planned = Pick<ActionRow, 'id' | 'kind' | 'args' | 'status' | 'before'>

/** The event whose time an action takes: of a series that moves the first instance. */
function slotOf({ kind, args, before }: Planned): EventDraft | null {
  if (kind === 'calendar.create') return args.event as EventDraft
  const change = (
    kind === 'calendar.split' ? args.change : kind === 'calendar.move' ? args : null
  ) as Partial<EventDraft> | null
  if (!before || !change?.start || !change.end) return null
  return { ...(before as EventDraft), start: change.start, end: change.end }
}

/** The slot a plan needs for itself: new times of members, unless they said "book anyway". */
export function holdFor(desk: DeskContext, action: Planned): HoldDraft | null {
  if (action.status === 'refused' || action.args.overlap === true) return null
  const event = slotOf(action)
  if (!event || event.shows === 'free' || event.start.length === 10) return null
  const people = addressesOf(event).filter((address) => memberByAddress(desk.policy(), address))
  if (people.length === 0) return null
  const nowMs = desk.clock.nowMs()
  const expiresMs =
    action.status === 'intended' ? nowMs + HOLD_MS : Math.max(nowMs + HOLD_MS, toMs(event.start, event.zone))
  return {
    people,
    startMs: toMs(event.start, event.zone),
    endMs: toMs(event.end, event.zone),
    key: action.id,
    expiresMs,
  }
}
