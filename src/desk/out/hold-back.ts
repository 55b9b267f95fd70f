import { cleanText, sayWho } from '#kernel/display.ts'
import { toMs } from '#kernel/time.ts'
import type { Operation } from '#ports/sql.ts'
import { isOptedOut } from '#store/consents.ts'
import { flagById } from '#store/flags/flag-rows.ts'
import { heardAt } from '#store/journal/history.ts'
import {
  enqueue,
  flagOfOutcome,
  isOutcome,
  isReply,
  type OutboxRow,
  sendLater,
  seqOfReply,
} from '#store/outbox/outbox.ts'
import { isOver } from '#store/outbox/updates.ts'
import { lastTakenOver, type TakenOver, takenOver } from '#store/taken-over.ts'
import type { DeskContext } from '../context.ts'
import { toMember } from './to-member.ts'

/** Whether a message is not to be sent any more: nobody wants it, or what it says is no longer so. */
export const isVoid = async (desk: DeskContext, row: OutboxRow): Promise<boolean> =>
  (await isOutdated(desk, row)) || (await isUnwanted(desk, row)) || (await isLeft(desk, row))

/** Somebody asked for silence: they get answers, and nothing that they did not ask for. */
const isUnwanted = async (desk: DeskContext, row: OutboxRow): Promise<boolean> =>
  !isReply(row) && desk.sql.read(() => isOptedOut(row))

/**
 * Who keeps a message from being sent: where somebody of the team has taken over nothing is said to the outside but what answers
 * words from after that (a "STOP" is confirmed), and that it was taken over. Null where nobody does.
 */
export async function heldBy(desk: DeskContext, row: OutboxRow): Promise<TakenOver | null> {
  if (row.to.length > 0 || isOver(row)) return null
  return desk.sql.read(function* () {
    const taken = yield* takenOver(row.conversation, desk.clock.nowMs())
    if (!taken || (yield* tellsOfTakeOver(row))) return null
    return !isReply(row) || (yield* wasHeardBefore(row, taken)) ? taken : null
  })
}

/** Keeps a message until the conversation is given back; an answer is shown to whoever took over, who may give it. */
export function* holdBack(desk: DeskContext, row: OutboxRow, { by, untilMs }: TakenOver): Operation<void> {
  yield* sendLater(row.id, row.attempts, untilMs, false)
  if (!isReply(row) || row.message.type !== 'reply') return
  const heard = yield* heardAt(seqOfReply(row))
  const who = heard ? sayWho(heard.principal) : 'them'
  const text = `I was about to answer ${who}, and leave it to you: "${cleanText(row.message.text, { maxLength: 1000 })}"`
  const message = { type: 'notice' as const, to: [by], text, choices: [] }
  for (const draft of toMember(desk, by, { key: `left:${row.key}`, message, task: null })) yield* enqueue(draft)
}

/** An answer in the making when somebody took over: it was theirs to give, and comes too late once they gave the rest back. */
async function isLeft(desk: DeskContext, row: OutboxRow): Promise<boolean> {
  if (!isReply(row)) return false
  return desk.sql.read(function* () {
    const last = yield* lastTakenOver(row.conversation)
    return last !== null && last.untilMs <= desk.clock.nowMs() && (yield* wasHeardBefore(row, last))
  })
}

/** Whether it answers somebody outside who wrote before the conversation was taken over. */
export function* wasHeardBefore(row: OutboxRow, { seq }: TakenOver): Operation<boolean> {
  if (seqOfReply(row) >= seq) return false
  const heard = yield* heardAt(seqOfReply(row))
  return heard !== undefined && heard.principal.kind !== 'member'
}

function* tellsOfTakeOver(row: OutboxRow): Operation<boolean> {
  return isOutcome(row) && (yield* flagById(flagOfOutcome(row)))?.verb === 'take_over'
}

/** A card that was decided, or a reminder of a meeting that was moved, called off or has begun, while it waited to be sent. */
async function isOutdated(desk: DeskContext, { message }: OutboxRow): Promise<boolean> {
  if (message.type === 'card') {
    const flag = await desk.sql.read(() => flagById(message.card.flag))
    return flag !== undefined && flag.state !== 'open'
  }
  if (message.type === 'card_closed') return false
  const { meeting } = message
  if (!meeting) return false
  const event = await desk.calendar.get(meeting.event)
  if (event === null || event.status === 'cancelled' || event.start !== meeting.start) return true
  return toMs(event.start) <= desk.clock.nowMs()
}
