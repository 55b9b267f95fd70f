import { addressesOf, sayMeeting } from '#kernel/actions/calendar-facts.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import type { Principal } from '#kernel/principal.ts'
import { toMs } from '#kernel/time.ts'
import { DAY_MS, WEEK_MS } from '#kernel/units.ts'
import { addressOf, memberByAddress } from '#policy/people.ts'
import { enqueue, type OutboxDraft } from '#store/outbox/outbox.ts'
import { actionContext } from '../act/action-context.ts'
import { memberPrincipal } from '../act/member-principal.ts'
import type { DeskContext } from '../context.ts'
import { toMember } from '../out/to-member.ts'
import {
  arrivalTimes,
  isWatched,
  lookAgain,
  reminderTimes,
  seenUntilMs,
  spokenOfAt,
  taskThatMade,
} from '../watch/meetings.ts'
import type { TurnOutcome } from './turn-types.ts'

/** Beyond the next look, so that no meeting is missed between two. */
const WEEK_AND_DAY_MS = WEEK_MS + DAY_MS

/**
 * Looks at the meetings that come up: what is due to be said of one is said from the calendar as it stands now, so that
 * nobody is reminded of a meeting that was moved or called off. What a sleep held up is said once, and only before the
 * meeting begins.
 */
export async function turnMeetings(desk: DeskContext): Promise<TurnOutcome> {
  const nowMs = desk.clock.nowMs()
  const policy = desk.policy()
  const seenMs = await desk.sql.read(seenUntilMs)
  const longestMs = Math.max(0, ...policy.scheduling.remindersMs)
  const around = await desk.calendar.list({ fromMs: nowMs - DAY_MS, toMs: nowMs + longestMs + WEEK_AND_DAY_MS })
  const watched = around.filter((event) => isWatched(policy, event))
  const messages: OutboxDraft[] = []
  for (const event of watched) {
    const isDue = (atMs: number) => seenMs < atMs && atMs <= nowMs
    if (toMs(event.start) > nowMs) {
      const times = reminderTimes(policy, event)
      const due = times.filter(isDue).at(-1)
      if (due !== undefined) messages.push(...(await remindersOf(desk, event, due, due === times.at(-1))))
    } else if (arrivalTimes(policy, event).some(isDue)) messages.push(...(await askWhetherTheyCame(desk, event)))
  }
  const coming = watched.flatMap((event) => spokenOfAt(policy, event).filter((atMs) => atMs > nowMs))
  return {
    tasks: [],
    also: function* () {
      for (const message of messages) yield* enqueue(message)
      yield* lookAgain(nowMs, coming)
    },
  }
}

/** A reminder for the outsider who asked for the meeting, where they asked; the last one is for the team too. */
async function remindersOf(
  desk: DeskContext,
  event: CalendarEvent,
  dueMs: number,
  last: boolean,
): Promise<OutboxDraft[]> {
  const task = await taskThatMade(desk, event)
  if (!task || task.createdMs > dueMs) return []
  const meeting = { event: event.id, start: event.start }
  const key = `meeting:${event.id}:${event.start}:${dueMs}`
  const messages: OutboxDraft[] = []
  if (task.principal.kind !== 'member' && task.principal.assurance === 'verified') {
    const { channel, conversation, principal } = task
    const phrases = phrasesIn(languageOf(principal))
    const text = phrases.reminder(await sayTo(desk, principal, event))
    const choices = [{ label: phrases.anotherTime, value: `/move event:${event.id}` }]
    const message = { type: 'reply' as const, text, choices, undo: [], meeting }
    messages.push({ key, channel, conversation, to: [], message, task: task.id, nowMs: desk.clock.nowMs() })
  }
  for (const address of last ? addressesOf(event) : []) {
    const member = memberByAddress(desk.policy(), address)
    if (!member) continue
    const text = phrasesIn('en').reminder(await sayTo(desk, memberPrincipal(member), event))
    const message = { type: 'notice' as const, to: [member.id], text, choices: [], meeting }
    messages.push(...toMember(desk, member.id, { key: `${key}:${member.id}`, message, task: task.id }))
  }
  return messages
}

/** The host says with one tap how it goes; nothing follows from saying nothing. */
async function askWhetherTheyCame(desk: DeskContext, event: CalendarEvent): Promise<OutboxDraft[]> {
  const policy = desk.policy()
  const members = addressesOf(event).flatMap((address) => memberByAddress(policy, address) ?? [])
  const host = members.find((member) => addressOf(member) === event.organizer) ?? members[0]
  if (!host || !(await taskThatMade(desk, event))) return []
  const text = `Did they come? ${await sayTo(desk, memberPrincipal(host), event)}.`
  const choices = OUTCOMES.map(([label, word]) => ({ label, value: `/outcome ${word} event:${event.id}` }))
  const message = { type: 'notice' as const, to: [host.id], text, choices }
  return toMember(desk, host.id, { key: `arrival:${event.id}:${event.start}`, message, task: null })
}

const OUTCOMES = [
  ['Yes, it takes place', 'held'],
  ['They are late', 'late'],
  ['No-show', 'no-show'],
] as const

async function sayTo(desk: DeskContext, principal: Principal, event: CalendarEvent): Promise<string> {
  return sayMeeting(event, await actionContext(desk, principal, [event]))
}
