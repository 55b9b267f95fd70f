import type { Contact } from '#kernel/contact.ts'
import { cleanName } from '#kernel/display.ts'
import { addressOf } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Person } from '#ports/lookups.ts'
import { type Asker, isInsider, type World } from './scope.ts'

/** `people.members`: the team. Outsiders may know who can be met, by name; addresses are how the calendar names them. */
export const members = (world: World) => async (): Promise<readonly Person[]> => membersOf(world.policy())

/** `people.find`: the member before any contact ("with Sam"); outsiders find members only. */
export const find =
  (world: World, asker: Asker) =>
  async (words: string): Promise<readonly Person[]> => {
    const wanted = fold(words)
    if (wanted === '') return []
    const team = membersOf(world.policy()).filter((person) => meansMember(wanted, person))
    if (team.length > 0 || !isInsider(asker.principal)) return team
    const contacts = await world.crm.find('contact', words, 5)
    const zone = world.policy().company.timezone
    return contacts.flatMap((contact) => contactPerson(contact, zone))
  }

function membersOf(policy: Policy): Person[] {
  return policy.people.map((person) => ({
    kind: 'member',
    id: person.id,
    name: person.name,
    address: addressOf(person),
    zone: person.timezone,
  }))
}

function meansMember(wanted: string, person: Person): boolean {
  const name = fold(person.name)
  return wanted === person.id || wanted === person.address || wanted === name || name.split(' ').includes(wanted)
}

function contactPerson(contact: Contact, zone: string): Person[] {
  const address = contact.emails[0]
  return address
    ? [
        {
          kind: 'contact',
          id: contact.id,
          name: contact.name ? cleanName(contact.name) : address,
          address: address.toLowerCase(),
          zone,
        },
      ]
    : []
}

const fold = (words: string): string =>
  words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^@/, '').trim()
