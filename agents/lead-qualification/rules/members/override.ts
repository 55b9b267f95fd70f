import type { Band, Lead } from '#kernel/lead.ts'
import type { FieldOp } from '#kernel/record.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import type { MemberAsk } from '../../request/members.ts'
import { BANDS } from '../score/score.ts'
import type { TeamFacts } from './facts.ts'
import { sayLead, sayWords } from './say.ts'

type Override = Extract<MemberAsk, { do: 'override' }>

/** A member's word against the points: kept with its reason, and to learn from. The points stay as they are. */
export function override(ask: Override, lead: Lead, facts: TeamFacts): RulingDraft {
  const { asker, nowMs } = facts
  const who = sayLead(lead)
  if (ask.band === null) {
    const choices = ['hot', 'warm', 'cold'].map((band) => ({ label: band, value: band }))
    return { type: 'ask', question: { text: `What should ${who} count as?`, slots: ['band'], choices } }
  }
  if (lead.override?.band === ask.band) return { type: 'answer', text: `${who} counts as ${ask.band} already.` }
  const after = { band: ask.band, reason: ask.reason ?? 'no reason given', by: asker.id, at: toIso(nowMs) }
  const op: FieldOp = { path: 'override', before: lead.override, after }
  const args = { id: lead.id, version: lead.version, ops: [op] }
  return {
    type: 'propose',
    actions: [
      { kind: 'lead.update', args, because: `${asker.name} says so` },
      ...tellOwner(lead, ask.band, after.reason, facts),
    ],
    notes: [learning(lead, ask, facts)],
  }
}

function tellOwner(lead: Lead, band: Band, reason: string, { asker }: TeamFacts): Proposed[] {
  if (lead.owner === null || lead.owner === asker.id) return []
  const text = `${asker.name} set your lead ${sayLead(lead)} to ${band}: ${sayWords(reason)}`
  const args = { to: lead.owner, lead: lead.id, text, urgent: false, how: [] }
  return [{ kind: 'team.notify', args, because: 'whose lead it is hears of it' }]
}

/** How often people set bands by hand, and which way: what a rule could be learned from. */
function learning(lead: Lead, { band, reason }: Override, { all }: TeamFacts): string {
  const others = all.filter((one) => one.override !== null && one.id !== lead.id)
  const bands = [...others.map((one) => [one.override?.band, one.score?.band]), [band, lead.score?.band]] as const
  const up = bands.filter(([to, from]) => placeOf(to) > placeOf(from)).length
  const count = bands.length === 1 ? '1 lead' : `${bands.length} leads`
  const points = lead.score ? `The points stay ${lead.score.total}` : 'It has no points'
  const kept = `${points}; your word is kept to learn from (${count} set by hand so far, ${up} of them up).`
  return reason === null ? `${kept} You gave no reason; say it again with one and I keep that too.` : kept
}

const placeOf = (band: Band | null | undefined): number => BANDS.indexOf(band ?? 'out')
