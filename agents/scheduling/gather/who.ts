import { addressOf, isVip, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { Person } from '#ports/lookups.ts'
import type { Named, Request } from '../request.ts'
import type { Doubt, Facts } from '../rules/facts.ts'
import { wordsOf } from '../rules/names.ts'
import { zoneOfAsker } from './zone.ts'

/** A name that an outsider used and nobody of the team bears: who is in the team is not for them to find out. */
const LEFT_OUT = ''

type WhoFacts = Omit<
  Facts,
  'seats' | 'aside' | 'past' | 'because' | 'events' | 'recent' | 'series' | 'movedBefore' | 'missedBefore' | 'reachable'
>

/** Who asks, who is named, and whom nobody knows. Names that are settled get their address. */
export async function whoIsWho(request: Request, scope: Scope<Policy>): Promise<{ people: Named[]; facts: WhoFacts }> {
  const { principal, policy } = scope
  const members = policy.people.map((person) => ({ id: person.id, name: person.name, address: addressOf(person) }))
  const self = principal.kind === 'member' ? memberById(policy, principal.id) : undefined
  const me = self ? addressOf(self) : (principal.email?.toLowerCase() ?? principal.phone ?? principal.id)
  const own = [
    ...new Set([me, principal.email?.toLowerCase(), principal.phone].filter((one) => typeof one === 'string')),
  ]
  const names: Record<string, string> = Object.fromEntries(members.map(({ address, name }) => [address, name]))
  if (!self && principal.name) names[me] = principal.name

  const people: Named[] = []
  const doubts: Doubt[] = []
  for (const [at, person] of request.people.entries()) {
    const candidates = person.address === null ? await candidatesFor(person.words, members, scope) : []
    const [only] = candidates
    if (only) names[only.address] = only.name
    const settled =
      only && candidates.length === 1 ? only.address : (!self || person.perhaps) && !only ? LEFT_OUT : null
    const address = person.address ?? settled
    people.push({ ...person, address })
    if (address === null) doubts.push({ at, words: person.words, candidates })
    else if (address !== '' && !names[address]) names[address] = await nameFor(address, scope)
  }
  const addressesOf = (role: Named['role']) =>
    [
      ...new Set(
        people.filter((person) => person.role === role && person.address).map((person) => person.address ?? ''),
      ),
    ].filter((address) => !own.includes(address))
  const team = members.map((member) => member.address)
  const named = addressesOf('table')
  const guests = named
    .filter((address) => !team.includes(address))
    .map((address) => ({ address, name: names[address] ?? address }))
  if (!self) guests.unshift({ address: me, name: names[me] ?? me })
  return {
    people,
    facts: {
      nowMs: scope.nowMs,
      principal,
      zone: await zoneOfAsker(scope),
      me,
      own,
      channel: scope.channel,
      conversation: scope.conversation,
      guests,
      doubts,
      named,
      changed: addressesOf('change'),
      team,
      vip: principal.assurance === 'verified' && own.some((address) => isVip(policy, address)),
      names,
    },
  }
}

/** Addresses the policy lists as VIP, or whose domain it lists ("@bigco.example"). */

/** Members of that name before any contact; contacts only where all words fit. */
async function candidatesFor(
  words: string,
  members: readonly { id: string; name: string; address: string }[],
  scope: Scope<Policy>,
): Promise<{ name: string; address: string }[]> {
  const wanted = wordsOf(words)
  const fits = (name: string) => wanted.length > 0 && wanted.every((word) => wordsOf(name).includes(word))
  const ofTeam = members.filter((member) => fits(member.name) || member.id === words.toLowerCase())
  if (ofTeam.length > 0) return ofTeam
  if (scope.principal.kind !== 'member') return []
  return contactsNamed(words, scope)
}

/** Contacts all of these words fit. */
export async function contactsNamed(words: string, scope: Scope<Policy>): Promise<{ name: string; address: string }[]> {
  const wanted = wordsOf(words)
  const found = (await scope.lookups['people.find'](words)).filter((person) => person.address !== '')
  return found
    .filter(({ name, address }) => {
      const ofName = wordsOf(name)
      return wanted.every((word) => ofName.includes(word)) || wordsOf(address).join(' ') === wanted.join(' ')
    })
    .map(({ name, address }) => ({ name, address: address.toLowerCase() }))
}

/** What somebody outside the team is called: their name on file, else what their address says. */
export async function nameFor(address: string, scope: Scope<Policy>): Promise<string> {
  if (scope.principal.kind !== 'member') return address
  const found = await scope.lookups['people.find'](address)
  const person = found.find((one: Person) => one.address.toLowerCase() === address)
  return person?.name ?? nameIn(address)
}

/** `jo@acme.io` is called Jo until somebody says otherwise. */
function nameIn(address: string): string {
  const [first = ''] = (address.split('@')[0] ?? '').split(/[._+\d-]/)
  return first.length > 1 ? first.charAt(0).toUpperCase() + first.slice(1) : address
}
