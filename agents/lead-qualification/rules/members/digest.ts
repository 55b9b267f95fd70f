import { cleanLine } from '#kernel/display.ts'
import type { Lead, LeadClass } from '#kernel/lead.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { sayMoment, toMs } from '#kernel/time.ts'
import { SECOND_MS } from '#kernel/units.ts'
import { BANDS } from '../score/score.ts'
import type { TeamFacts } from './facts.ts'
import { bandOfLead, nameOf, sayLead, sayScore, sayWords } from './say.ts'

const MOST_LINES = 10

/** What may be good: a lead that is neither closed nor somebody else's twin. */
const CLOSED: ReadonlySet<Lead['status']> = new Set(['disqualified', 'spam', 'duplicate', 'not_a_lead'])

/** Leads since a moment, the best first, with what was done about each; and how much came that was none. */
export function digest(sinceMs: number, facts: TeamFacts): RulingDraft {
  const { asker, nowMs } = facts
  const came = facts.all.filter(({ firstTouchAt }) => firstTouchAt !== null && toMs(firstTouchAt) >= sinceMs)
  const leads = came.filter((lead) => lead.class === 'lead' && !CLOSED.has(lead.status)).toSorted(bestFirst)
  const since = sayMoment(sinceMs, asker.zone, nowMs)
  const none = noLeads(came.filter((lead) => !leads.includes(lead)))
  if (leads.length === 0) return { type: 'answer', text: [`No leads since ${since}.`, ...none].join('\n') }
  const many = leads.length === 1 ? '1 lead' : `${leads.length} leads`
  const lines = leads.slice(0, MOST_LINES).map((lead, at) => `${at + 1}. ${line(lead, facts)}`)
  const more = leads.length > MOST_LINES ? [`and ${leads.length - MOST_LINES} more, weaker ones.`] : []
  return { type: 'answer', text: [`${many} since ${since}, the best first:`, ...lines, ...more, ...none].join('\n') }
}

/** By band, then points, then the newer one. */
function bestFirst(a: Lead, b: Lead): number {
  const place = (lead: Lead) => BANDS.indexOf(bandOfLead(lead) ?? 'out')
  const when = (lead: Lead) => toMs(lead.firstTouchAt ?? '1970-01-01T00:00:00Z')
  return place(b) - place(a) || (b.score?.total ?? 0) - (a.score?.total ?? 0) || when(b) - when(a)
}

function line(lead: Lead, facts: TeamFacts): string {
  const ask = lead.ask === null ? '' : ` ${sayWords(lead.ask, 80)}`
  const done = whatWasDone(lead, facts)
  return `${sayLead(lead)}: ${sayScore(lead)}.${ask} ${done.length > 0 ? `${done.join('; ')}.` : 'Nothing was done yet.'}`
}

/** What was done about a lead, from the record and the calendar: no more than stands there. */
function whatWasDone(lead: Lead, { policy, asker, nowMs, ahead }: TeamFacts): string[] {
  const { firstTouchAt, firstReplyAt, asked, owner, nurtureAt } = lead
  const answered = firstTouchAt !== null && firstReplyAt !== null
  const meeting = ahead.find((one) => one.lead === lead.id)
  return [
    ...(answered ? [`answered after ${sayWait(toMs(firstReplyAt) - toMs(firstTouchAt))}`] : []),
    ...(asked.length > 0 ? [`asked about ${asked.join(', ')}`] : []),
    ...(meeting ? [`meets ${meeting.with.join(' and ')} ${sayMoment(toMs(meeting.start), asker.zone, nowMs)}`] : []),
    ...(nurtureAt !== null ? [`taken up again ${nurtureAt}`] : []),
    ...(owner !== null ? [`${nameOf(policy, owner)} has it`] : []),
  ]
}

/** `4 s`, `3 min`, `2 h`. */
export function sayWait(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / SECOND_MS))
  if (seconds < 120) return `${seconds} s`
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}

const WHAT: Readonly<Record<LeadClass, readonly [one: string, many: string]>> = {
  lead: ['lead that was closed', 'leads that were closed'],
  spam: ['spam', 'spam'],
  pitch: ['sales pitch', 'sales pitches'],
  job_seeker: ['job seeker', 'job seekers'],
  student: ['student', 'students'],
  press: ['journalist', 'journalists'],
  partner: ['partner', 'partners'],
  customer: ['client', 'clients'],
  support: ['call for support', 'calls for support'],
  competitor: ['competitor', 'competitors'],
}

/** What else came and was no lead: `Besides: 2 spam, 1 student.` */
function noLeads(others: readonly Lead[]): string[] {
  const counts = new Map<LeadClass, number>()
  for (const one of others) counts.set(one.class, (counts.get(one.class) ?? 0) + 1)
  const said = [...counts].map(([what, count]) => `${count} ${WHAT[what][count === 1 ? 0 : 1]}`)
  return said.length === 0 ? [] : [`Besides: ${cleanLine(said.join(', '))}.`]
}
