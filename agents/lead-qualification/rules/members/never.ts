import type { RulingDraft } from '#kernel/ruling.ts'
import { approversOf } from '#policy/people.ts'
import type { MemberAsk } from '../../request/members.ts'
import { isFrom } from '../never.ts'
import type { TeamFacts } from './facts.ts'

type Never = Extract<MemberAsk, { do: 'never' }>

/** What the policy would have to say, as lines one can put there: the desk does not change the team's file by itself. */
export function never({ pattern }: Never, { policy, asker, all }: TeamFacts): RulingDraft {
  if (pattern === null) {
    const text = 'Which addresses? A domain such as initech.io, or an ending such as .edu.'
    return { type: 'ask', question: { text, slots: ['domain'] } }
  }
  const now = policy.file.leads.never
  const entry = entryFor(pattern)
  if (now.includes(entry)) return { type: 'answer', text: `The policy says so already: leads.never: [${say(now)}].` }
  const approvers = approversOf(policy).map(({ name }) => name)
  const who = asker.approver ? 'your' : `${approvers.join(' or ')}'s`
  const met = all.filter(({ person, company }) => isFrom(entry, [person.email, company.domain])).length
  const text = [
    'That is a rule, and rules stand in your policy file, which I do not change by myself. The lines would be:',
    `leads:\n  never: [${say([...now, entry])}]`,
    `From then on whoever writes from ${pattern} is written down and not qualified; ${met} of the ${all.length} leads on file are such.`,
    `It needs ${who} yes: put it into the policy, and "nightdesk policy check" reads it before it holds.`,
  ]
  return { type: 'answer', text: text.join('\n') }
}

/** As the policy writes it: an ending as `.edu`, a domain or the domain of an address as `@initech.io`. */
const entryFor = (pattern: string): string => (pattern.startsWith('.') ? pattern : `@${pattern.split('@').at(-1)}`)

/** Entries of a list in YAML, where what begins with an at sign stands in quotes. */
const say = (entries: readonly string[]): string =>
  entries.map((entry) => (entry.startsWith('@') ? `"${entry}"` : entry)).join(', ')
