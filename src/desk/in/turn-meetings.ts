import { addressesOf, sayMeeting } from '#kernel/actions/calendar-facts.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Task } from '#kernel/task.ts'
import { toMs } from '#kernel/time.ts'
import { DAY_MS, WEEK_MS } from '#kernel/units.ts'
import { memberByAddress } from '#policy/people.ts'
import { actionsOn } from '#store/actions/action-rows.ts'
import { enqueue, type OutboxDraft } from '#store/outbox/outbox.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import { actionContext } from '../act/action-context.ts'
import { memberPrincipal } from '../act/member-principal.ts'
import type { DeskContext } from '../context.ts'
import { isWatched, lookAgain, reminderTimes, seenUntilMs } from '../watch/meetings.ts'
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
  const ahead = await desk.calendar.list({ fromMs: nowMs, toMs: nowMs + longestMs + WEEK_AND_DAY_MS })
  const watched = ahead.filter((event) => isWatched(policy, event) && toMs(event.start) > nowMs)
  const messages: OutboxDraft[] = []
  for (const event of watched) {
    const times = reminderTimes(policy, event)
    const due = times.filter((atMs) => seenMs < atMs && atMs <= nowMs).at(-1)
    if (due !== undefined) messages.push(...(await remindersOf(desk, event, due, due === times.at(-1))))
  }
  const coming = watched.flatMap((event) => reminderTimes(policy, event).filter((atMs) => atMs > nowMs))
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
  const draft = { task: task.id, nowMs: desk.clock.nowMs() }
  const key = `meeting:${event.id}:${event.start}:${dueMs}`
  const messages: OutboxDraft[] = []
  if (task.principal.kind !== 'member' && task.principal.assurance === 'verified') {
    const { channel, conversation, principal } = task
    const phrases = phrasesIn(languageOf(principal))
    const text = phrases.reminder(await sayTo(desk, principal, event))
    const choices = [{ label: phrases.anotherTime, value: `/move event:${event.id}` }]
    const message = { type: 'reply' as const, text, choices, undo: [], meeting }
    messages.push({ ...draft, key, channel, conversation, to: [], message })
  }
  for (const address of last ? addressesOf(event) : []) {
    const member = memberByAddress(desk.policy(), address)
    if (!member) continue
    const text = phrasesIn('en').reminder(await sayTo(desk, memberPrincipal(member), event))
    for (const { name } of desk.channels.values())
      messages.push({
        ...draft,
        key: `${key}:${member.id}:${name}`,
        channel: name,
        conversation: `flags:${member.id}`,
        to: [member.id],
        message: { type: 'notice', to: [member.id], text, meeting },
      })
  }
  return messages
}

async function sayTo(desk: DeskContext, principal: Principal, event: CalendarEvent): Promise<string> {
  return sayMeeting(event, await actionContext(desk, principal, [event]))
}

/** The task whose action put a meeting, or the series it belongs to, into the calendar. */
async function taskThatMade(desk: DeskContext, event: CalendarEvent): Promise<Task | null> {
  return desk.sql.read(function* () {
    const [made] = yield* actionsOn(event.series ?? event.id)
    const row = made && (yield* taskById(made.task))
    return row?.task ?? null
  })
}
