import { phrasesFor } from '#kernel/actions/calendar-facts.ts'
import type { ActionContext } from '#kernel/actions/definition.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import type { Phrases } from '#kernel/phrases.ts'
import type { Ruling } from '#kernel/ruling.ts'
import { sayMoment, toMs } from '#kernel/time.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import type { FlagRow } from '#store/flags/flag-rows.ts'
import { definitionOf } from '../act/judge.ts'
import { putsBack } from '../act/put-back.ts'
import { isWay } from '../act/together.ts'

interface Ended {
  ruling: Ruling | null
  notes: readonly string[]
  actions: readonly ActionRow[]
  flag: FlagRow | undefined
  context: ActionContext
}

/** What is honestly said of a task: what was done, what was not and why, never more than was read back. */
export function outcomeLines({ ruling, notes, actions: all, flag, context }: Ended): string[] {
  const actions = all.filter((action) => concerns(action, context))
  const led = actions.some((action) => action.status === 'done' && !isWay(action))
  const ways = led ? actions.filter((action) => action.status === 'done' && isWay(action)) : []
  const lines = actions.filter((action) => !ways.includes(action)).flatMap((action) => outcomeOf(action, flag, context))
  if (ways.length > 0) lines.push(phrasesFor(context).ways(timesOf(ways, context)))
  if (ruling?.type === 'answer') lines.push(ruling.text)
  if (ruling?.type === 'refuse') lines.push(ruling.text)
  // One that is open already covers it; whoever asked again is answered all the same.
  if (ruling?.type === 'flag' && !flag && actions.length === 0 && ruling.reply) lines.push(ruling.reply)
  if (all.some((action) => action.status === 'done')) lines.push(...notes)
  if (all.length === 0 && flag && flag.state !== 'open') lines.push(sayDecision(flag, phrasesFor(context)))
  return lines
}

/**
 * Whether an outcome is for whoever hears it: the team's records are the team's to hear of, and an answer to somebody outside that
 * did not leave is no news to them.
 */
const concerns = ({ kind, status }: ActionRow, { principal }: ActionContext): boolean => {
  const { teamOnly = false, speech = false } = definitionOf(kind)
  return principal.kind === 'member' || (!teamOnly && (!speech || status === 'done'))
}

/** When the ways of a meeting are now, each time once: `12:25-13:00`. */
function timesOf(ways: readonly ActionRow[], { zone, nowMs }: ActionContext): string[] {
  const clock = (moment: string) => sayMoment(toMs(moment), zone, nowMs).slice(-5)
  const times = ways.flatMap(({ after }) => {
    const event = after as CalendarEvent | null
    return event && event.status !== 'cancelled' ? [`${clock(event.start)}-${clock(event.end)}`] : []
  })
  return [...new Set(times)]
}

function outcomeOf(action: ActionRow, flag: FlagRow | undefined, context: ActionContext): string[] {
  const say = (tense: 'will' | 'done') => definitionOf(action.kind).say(action.args, action.before, tense, context)
  const phrases = phrasesFor(context)
  const problem = phrases.problem ?? action.problem ?? ''
  if (putsBack(action) && action.status === 'done') return []
  switch (action.status) {
    case 'done':
      return [definitionOf(action.kind).speech ? say('done') : `${say('done')}.`]
    case 'refused':
      return [phrases.notDone(say('will'), phrases.problem ?? `${upper(action.problem ?? action.rule)}.`)]
    case 'failed':
      return [phrases.notDone(say('will'), problem)]
    case 'undone':
      return [phrases.notDone(say('will'), '')]
    case 'queued':
      return [phrases.queued(say('will'), problem)]
    case 'unsure':
      return [phrases.unsure(say('will'))]
    case 'proposed':
      return flag && flag.state !== 'open'
        ? [phrases.notDone(say('will'), sayDecision(flag, phrases))]
        : [phrases.notDone(say('will'), '')]
    default:
      return []
  }
}

/** How a flag ended, as a sentence. */
export function sayDecision(flag: Pick<FlagRow, 'state' | 'verb' | 'decidedBy'>, phrases: Phrases): string {
  const by = flag.decidedBy ?? ''
  if (flag.state === 'expired') return phrases.nobodyDecided
  if (flag.verb === 'take_over') return phrases.takenOver(by)
  return flag.verb === 'decline' ? phrases.declined(by) : phrases.approved(by)
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
