import { cleanLine, cleanName } from '#kernel/display.ts'
import { domainOf } from '#language/domains.ts'
import { type PersonFind, readPerson } from '#language/person.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { MemberAsk, Named, WrittenDown } from '../../request/members.ts'
import { readBudget } from '../budget.ts'
import { readIndustry } from '../industry.ts'
import { readPlace } from '../place.ts'
import { saidAs } from '../said.ts'
import { readSize } from '../size.ts'
import { readTimeline } from '../timeline.ts'
import { clausesOf, opened } from './clauses.ts'
import { peopleIn } from './people.ts'

const MOST_KEPT = 1000

/** A lead, or the people of a card, as a member writes them down in one go. */
export function readAdd(written: string, scope: Scope<Policy>, as: 'add' | 'card'): MemberAsk {
  const text = opened(written)
  const { principal, policy, nowMs } = scope
  const said = saidAs(text, { language: 'en', nowMs, zone: principal.zone, currency: policy.company.currency })
  const clauses = clausesOf(text)
  const finds = readPerson(text, { as: 'message', ...countryOf(policy) })
  const about = finds.filter(({ span }) => !clauses.apart.some((one) => one.from <= span[0] && span[1] <= one.to))
  const sentBy = clauses.sentBy === null ? null : personIn(clauses.sentBy.text)
  const people = peopleIn(
    text,
    about.filter((one) => one.value !== sentBy),
  )
  const described = saidAs(clauses.described, said)
  const { leads } = policy
  const down = {
    people,
    company: companyOf(text, about, people),
    source: clauses.source,
    sentBy: clauses.sentBy === null ? null : (sentBy ?? cleanLine(clauses.sentBy.text, 120)),
    wants: clauses.wants === null || /^(?:it|that|this)\b/iu.test(clauses.wants) ? null : clauses.wants,
    asked: clauses.asked,
    meeting: clauses.meeting,
    deal: clauses.deal,
    others: clauses.others,
    industry: readIndustry(described, [...leads.icp.industries.want, ...leads.icp.industries.avoid]),
    headcount: readSize(described),
    region: readPlace(described),
    budget: readBudget(saidAs(clauses.budget ?? '', said)),
    timeline: readTimeline(saidAs(clauses.need ?? '', said)),
    text: text.trim().slice(0, MOST_KEPT),
  }
  return as === 'card' ? { ...down, do: as, sure: false } : { ...down, do: as }
}

/** The company a text names, else that of an address which is not a private mailbox. */
function companyOf(text: string, finds: readonly PersonFind[], people: readonly Named[]): WrittenDown['company'] {
  const named = finds.find(({ kind }) => kind === 'company')
  const hosts = [
    ...people.flatMap(({ email }) => email ?? []),
    ...finds.flatMap(({ kind, value }) => (kind === 'url' ? value : [])),
  ]
  const domain = hosts.map((host) => domainOf(host)).find((one) => one !== null && !one.freeMail) ?? null
  const name = named?.value ?? (domain ? spelledIn(text, domain.name) : null)
  return { name: name === null ? null : cleanLine(name, 120), domain: domain?.name ?? null }
}

/** "Initech" of "Tom Berg at Initech (tom@initech.io)": the first part of the domain, where the text has it as a word with a capital. */
function spelledIn(text: string, domain: string): string | null {
  const label = domain.split('.')[0] ?? ''
  const words = text.match(/(?<![@\p{L}\p{N}.])\p{Lu}[\p{L}\p{N}'’-]+(?![@.]\p{L})/gu) ?? []
  return words.find((word) => word.toLowerCase() === label.toLowerCase()) ?? null
}

function personIn(text: string): string | null {
  const found = readPerson(text).find(({ kind }) => kind === 'person')
  return found ? cleanName(found.value) : null
}

/** The country whose numbers are dialled without a code: that of the company's holidays. */
function countryOf({ company }: Policy): { country?: string } {
  const [region] = company.holidays
  return region === undefined ? {} : { country: region.slice(0, 2) }
}
