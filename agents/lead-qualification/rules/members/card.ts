import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { likenessOf } from '#language/same.ts'
import type { WrittenDown } from '../../request/members.ts'
import type { TeamFacts } from './facts.ts'

/** The people of a card, or of several, as contacts of one company. What is already on file is not made again. */
export function card(ask: WrittenDown & { sure: boolean }, { identity, asker }: TeamFacts): RulingDraft {
  const { people, company } = ask
  if (people.length === 0) {
    const text = 'I can read no person off that. Type a name and an address, one to a line.'
    return { type: 'ask', question: { text, slots: ['who'] } }
  }
  const doubts = odd(ask)
  if (doubts.length > 0 && !ask.sure) {
    const choices = [
      { label: 'Yes, as it is', value: 'yes' },
      { label: 'No', value: 'no' },
    ]
    const read = people.map((one) =>
      [one.name, one.role, one.email, one.phone].filter((part) => part !== null).join(', '),
    )
    const text = [
      `I read${company.name === null ? '' : ` for ${company.name}`}: ${read.join('; ')}.`,
      ...doubts,
      'Is it right so?',
    ]
    return { type: 'ask', question: { text: text.join('\n'), slots: ['confirm'], choices } }
  }
  const because = `${asker.name} read it off a card`
  const named = company.name ?? company.domain
  const newCompany: Proposed[] =
    named === null || identity?.account
      ? []
      : [
          {
            kind: 'account.create',
            args: { draft: { name: named, domains: company.domain === null ? [] : [company.domain] } },
            because,
          },
        ]
  const contacts = people.map(({ name, email, phone, role }) => ({
    kind: 'contact.create',
    args: {
      draft: {
        name,
        emails: email === null ? [] : [email],
        phones: phone === null ? [] : [phone],
        company: named,
        custom: role === null ? {} : { Role: role },
      },
    },
    because,
  }))
  const notes = [
    ...(identity?.account ? [`${named ?? 'The company'} is on file already.`] : []),
    ...people.flatMap((one) =>
      one.email === null && one.phone === null ? [`I found no address of ${one.name}.`] : [],
    ),
  ]
  return { type: 'propose', actions: [...newCompany, ...contacts], notes }
}

/** What is worth a second look: an address at another company than the card's. */
function odd({ people, company }: WrittenDown): string[] {
  const label = company.domain?.split('.')[0] ?? null
  const strangers = people.filter(
    ({ email }) => email !== null && company.domain !== null && !email.endsWith(`@${company.domain}`),
  )
  const misfit = label !== null && company.name !== null && likenessOf(label, company.name).likeness < 0.5
  return [
    ...strangers.map(({ email }) => `Please check ${email}: it is not of ${company.domain}.`),
    ...(misfit ? [`Please check whether ${company.domain} is ${company.name}'s.`] : []),
  ]
}
