import { DateTime } from 'luxon'
import type { Proposed } from '#kernel/ruling.ts'
import type { Step } from '../request/write.ts'
import { taskAbout } from './activity.ts'
import { askFor } from './ask.ts'
import type { Facts, RecordPolicy } from './facts.ts'
import { asking, type Plan, plan, told } from './plan.ts'
import { target } from './which.ts'

/** When a task of a day is brought back to mind, where no hour was said. */
const MORNING_HOUR = 9
const LONGEST_REMINDER = 500

/** A task about a record, for whoever was named; the speaker is reminded of their own. */
export function decideTask(step: Extract<Step, { do: 'task' }>, facts: Facts, policy: RecordPolicy): Plan {
  const found = target(step.subject, ['account', 'deal', 'contact'], facts, policy)
  if ('unknown' in found) return told(found.unknown)
  if ('need' in found) return asking(found.need)
  const owner = ownerOf(step.who, facts, policy)
  if (owner === null) return asking(askFor.owner(step.who, policy.people))
  const atMs = owner === facts.me ? momentOf(step, facts) : null
  return plan([
    taskAbout(found.entry, { text: step.text, due: step.due, owner }, facts),
    ...(atMs === null ? [] : [reminder(step.text, atMs, facts)]),
  ])
}

function ownerOf(who: string, { me }: Facts, { people }: RecordPolicy): string | null {
  const said = who.toLowerCase()
  if (said === '') return me
  const person = people.find(({ id, name }) => id === said || name.toLowerCase().split(' ').includes(said))
  return person ? (person.email ?? person.id) : null
}

/** The hour that was said, else that morning; a morning that is over is none. */
function momentOf({ atMs, due }: Extract<Step, { do: 'task' }>, { zone, nowMs }: Facts): number | null {
  if (atMs !== null) return atMs > nowMs ? atMs : null
  if (due === null) return null
  const morning = DateTime.fromISO(due, { zone }).set({ hour: MORNING_HOUR }).toMillis()
  return morning > nowMs ? morning : null
}

const reminder = (text: string, atMs: number, { principal, conversation, channel }: Facts): Proposed => ({
  kind: 'reminder.create',
  args: { atMs, text: text.slice(0, LONGEST_REMINDER), person: principal.id, conversation, channel },
  because: 'a reminder was asked for',
})
