import { DAY_MS, MINUTE_MS } from '#kernel/units.ts'
import { ownerOf } from '#policy/people.ts'
import type { Sent, Unsent } from '#ports/channel.ts'
import type { Operation } from '#ports/sql.ts'
import { noteConsent } from '#store/consents.ts'
import { forgetHeard, lastHeard } from '#store/heard.ts'
import { failedWith } from '#store/outbox/carried.ts'
import { enqueue, markSent, markUnsent, type OutboxRow, sendLater } from '#store/outbox/outbox.ts'
import { actionKeyOf } from '#store/outbox/updates.ts'
import { releaseWaiting, sendAnew } from '#store/outbox/waiting.ts'
import { noteUnreachable } from '#store/unreachable.ts'
import type { DeskContext } from '../context.ts'
import { goesByMail } from './by-mail.ts'
import { noteBadTemplate, restFirstWords } from './first-words.ts'
import { tellWhoeverCaused } from './tell-unsent.ts'
import { toMember } from './to-member.ts'
import { isWithin, placeOf, type Way, waitFor } from './window.ts'

/** A message that does not arrive for so long is no news any more. */
const GIVE_UP_AFTER_MS = DAY_MS
const SETUP_WAIT_MS = 15 * MINUTE_MS
const PASSING_WAIT_MS = 2 * MINUTE_MS

/** Reasons that were told where the message was to be read, or that nobody can do anything about. */
const UNTOLD: ReadonlySet<Unsent> = new Set(['no_sender', 'no_address', 'enough_for_today', 'refused'])

/** What came of sending a message: taken, or not and why. The provider may have said already that it failed. */
export function* settle(desk: DeskContext, row: OutboxRow, sent: Sent): Operation<void> {
  if ('unsent' in sent) return yield* notDelivered(desk, row, sent.unsent)
  yield* markSent(row.id, sent.providerId)
  const why = yield* failedWith(row.id)
  if (why) yield* notDelivered(desk, row, why)
}

/** A message that may not go now waits, or does not go at all. */
export function* notNow(desk: DeskContext, row: OutboxRow, way: Exclude<Way, { go: unknown }>): Operation<void> {
  if ('unsent' in way) return yield* end(desk, row, way.unsent)
  if (way.waits === 'for_them') return yield* waitFor(desk, row, way)
  yield* sendLater(row.id, row.attempts, way.untilMs, false)
}

/** A message did not reach whom it was for: it goes another way, or waits, or whoever caused it hears why it does not go. */
export function* notDelivered(desk: DeskContext, row: OutboxRow, why: Unsent): Operation<void> {
  const nowMs = desk.clock.nowMs()
  const again = (atMs: number): Operation<void> =>
    atMs - row.createdMs > GIVE_UP_AFTER_MS ? end(desk, row, why) : sendAnew(row.id, row.attempts + 1, atMs)
  const place = placeOf(row)
  switch (why) {
    case 'window_closed': {
      const { windowMs = 0 } = desk.channels.get(row.channel)?.capabilities ?? {}
      if (!isWithin(windowMs, yield* lastHeard(place), nowMs)) return yield* end(desk, row, why)
      // The provider knows better when they wrote; from now on a template goes, where there is one.
      yield* forgetHeard(place)
      return yield* again(nowMs)
    }
    case 'limit':
      return yield* again(yield* restFirstWords(row.channel, nowMs))
    case 'passing':
      return yield* again(nowMs + PASSING_WAIT_MS * 2 ** Math.min(row.attempts, 5))
    case 'setup':
      yield* tellAdmin(desk, row, why, 'It does not take messages of this account or sender: run nightdesk doctor.')
      return yield* again(nowMs + SETUP_WAIT_MS)
    case 'template_fault':
      yield* blameTemplate(desk, row)
      return yield* end(desk, row, why)
    case 'not_reachable':
      yield* noteUnreachable(place, nowMs)
      yield* end(desk, row, why)
      return yield* releaseWaiting(place.channel, row.conversation, nowMs)
    case 'unwanted':
      yield* noteConsent(row, { state: 'withdrawn', how: 'provider', by: null, words: '', atMs: nowMs })
      return yield* end(desk, row, why)
    default:
      return yield* end(desk, row, why)
  }
}

/** A message is not tried again, or not at all: a member who dictated it hears why. */
export function* dropped(desk: DeskContext, row: OutboxRow, why: Unsent): Operation<void> {
  if (actionKeyOf(row) === null) return yield* sendLater(row.id, row.attempts, 0, true)
  yield* end(desk, row, why)
}

function* end(desk: DeskContext, row: OutboxRow, why: Unsent): Operation<void> {
  yield* markUnsent(row.id, why)
  const byMail = yield* goesByMail(desk, row, why)
  if (!UNTOLD.has(why) || actionKeyOf(row) !== null) yield* tellWhoeverCaused(desk, row, why, byMail)
}

/** The template is not used any more; what waits for those it was sent to goes the way that is left. */
function* blameTemplate(desk: DeskContext, row: OutboxRow): Operation<void> {
  const nowMs = desk.clock.nowMs()
  const name = row.message.type === 'notice' ? row.message.template?.name : undefined
  const id = name === undefined ? undefined : desk.policy().whatsapp.templates[name]
  if (id === undefined) return
  yield* noteBadTemplate(id, nowMs)
  yield* tellAdmin(
    desk,
    row,
    id,
    `It does not take the template "${name}" (${id}): see whether it is approved, and whatsapp.templates in the policy.`,
  )
  yield* releaseWaiting(row.channel, row.conversation, nowMs)
}

/** What has to be mended is told once a day, whatever it keeps from being sent. */
function* tellAdmin(desk: DeskContext, { channel, task }: OutboxRow, what: string, text: string): Operation<void> {
  const admin = ownerOf(desk.policy(), 'INTEGRATION').id
  const day = Math.floor(desk.clock.nowMs() / DAY_MS)
  const message = {
    type: 'notice' as const,
    to: [admin],
    text: `Messages to ${channel} do not go out. ${text}`,
    choices: [],
  }
  for (const draft of toMember(desk, admin, { key: `mend:${channel}:${what}:${day}`, message, task }))
    if (draft.channel !== channel) yield* enqueue(draft)
}
