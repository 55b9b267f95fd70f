import type { RulingDraft } from '#kernel/ruling.ts'
import type { Request } from '../request.ts'
import { sayAssumed, sayClock } from '../say.ts'
import { ask, askUnclear, capital } from './ask.ts'
import { spanOf } from './busy.ts'
import { atMinute, dayIn, windowsOn } from './days.ts'
import type { Facts } from './facts.ts'
import { propose } from './propose.ts'
import { isRuling, theOne } from './the-one.ts'

/** When a day begins for somebody whose hours do not say. */
const MORNING_MINUTE = 9 * 60

/** A reminder for the member who asks; a day without a clock means the start of their working day. */
export function decideRemind(request: Request, facts: Facts): RulingDraft {
  if (request.people.some((person) => person.role === 'change')) {
    return {
      type: 'refuse',
      text: 'I remind only the person who asks. You could book a meeting with them instead.',
      rule: 'reminders are for the member who asks',
    }
  }
  const unclear = askUnclear(request, { ...facts, doubts: [] })
  if (unclear) return unclear
  const text = request.reminder ?? (request.which?.words || null)
  if (!text) return ask('What shall I remind you of?', ['reminder'])
  const moment = momentOf(request, facts)
  if (typeof moment === 'object') return moment
  if (moment <= facts.nowMs)
    return ask(`${capital(sayClock(moment, facts.zone))} has passed. When shall I remind you?`, ['when'])
  const notes = request.when?.clocked ? sayAssumed(request.when, moment, facts) : []
  const args = {
    atMs: moment,
    text,
    person: facts.principal.id,
    conversation: facts.conversation,
    channel: facts.channel,
  }
  return propose([{ kind: 'reminder.create', args, because: 'asked to be reminded' }], notes, facts)
}

function momentOf(request: Request, facts: Facts): number | RulingDraft {
  const { when } = request
  if (request.which && request.beforeMs !== null) {
    const event = theOne(request, facts)
    return isRuling(event) ? event : spanOf(event).startMs - request.beforeMs
  }
  if (!when) return ask(`When shall I remind you: ${request.reminder}?`, ['when'])
  if (when.clocked || when.partOfDay) return Math.max(when.startMs, when.partOfDay ? facts.nowMs + 1 : when.startMs)
  const day = dayIn(when.zone, when.startMs)
  const [hours] = facts.seats.filter((seat) => seat.address === facts.me).flatMap((seat) => windowsOn(day, seat.hours))
  const morningMs = atMinute(day, hours?.fromMinute ?? MORNING_MINUTE)
  return day.startMs <= facts.nowMs && facts.nowMs < day.endMs
    ? Math.max(morningMs, facts.nowMs + 60 * 60_000)
    : morningMs
}
