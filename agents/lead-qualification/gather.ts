import { languageOf } from '#kernel/phrases.ts'
import { domainOf } from '#language/domains.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { Inbound } from './request.ts'
import type { Facts } from './rules/facts.ts'

/** Looks up what the rules need: their own lead, whether they are on file, who of the team is there. */
export async function gather(request: Inbound, scope: Scope<Policy>): Promise<Facts> {
  const { lookups, principal, policy, nowMs, channel, conversation, message } = scope
  const { person, company } = request
  const [mine, identity, now, assigned, base] = await Promise.all([
    lookups['lead.mine'](),
    lookups['lead.identity']({
      emails: person.email === null ? [] : [person.email],
      phones: person.phone === null ? [] : [person.phone],
      name: person.name,
      company: company.name,
      domain: company.domain,
    }),
    lookups['team.now'](),
    lookups['lead.assigned'](),
    lookups['links.base'](),
  ])
  return {
    nowMs,
    principal,
    language: languageOf(principal),
    channel,
    conversation,
    message,
    mine,
    identity,
    team: { now, assigned },
    competitor: policy.leads.neverDomains.some((domain) =>
      isOf(domain, [company.domain, domainOf(person.email ?? '')?.name]),
    ),
    bookingLink: (who) => pageOf(who, policy, base),
  }
}

const isOf = (never: string, theirs: readonly (string | null | undefined)[]): boolean =>
  theirs.some((domain) => domain === never || domain?.endsWith(`.${never}`) === true)

/** The public page where somebody can be booked, else any page there is. */
function pageOf(who: string | null, { booking }: Policy, base: string | null): string | null {
  const pages = Object.entries(booking.pages).sort(([, a], [, b]) => a.people.length - b.people.length)
  const [slug] = pages.find(([, page]) => who !== null && page.people.includes(who)) ?? pages[0] ?? []
  return base === null || slug === undefined ? null : `${base}/book/${slug}`
}
