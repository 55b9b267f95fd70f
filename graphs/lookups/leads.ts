import type { Account } from '#kernel/account.ts'
import type { Contact } from '#kernel/contact.ts'
import { ownLeadKeys, reachKeys } from '#kernel/own-lead.ts'
import { DAY_MS } from '#kernel/units.ts'
import { likenessOf } from '#language/same.ts'
import type { Lookups } from '#ports/lookups.ts'
import type { Asker, World } from './scope.ts'

/** How far back giving leads by turns looks. */
const TURNS_MS = 90 * DAY_MS
/** From here on two names are one company's; below it a person would have to look. */
const SAME_NAME = 0.99
const CANDIDATES = 5

/** `lead.mine`: the asker's own lead, by what is surest. The team's members have none. */
export const mine =
  (world: World, asker: Asker): Lookups['lead.mine'] =>
  async () => {
    if (asker.principal.kind === 'member') return null
    for (const key of ownLeadKeys(asker.principal, asker.conversation)) {
      const [lead] = await world.crm.leadsByKey(key)
      if (lead) return lead
    }
    return null
  }

/** `lead.identity`: whether they are on file and whose they are; no more than that leaves it. */
export const identity =
  (world: World): Lookups['lead.identity'] =>
  async ({ emails, phones, company, domain }) => {
    const addresses = [...emails, ...phones]
    const contact = await firstOf(addresses, (address) => world.crm.contactByAddress(address))
    const lead = await firstOf(reachKeys(addresses), async (key) => (await world.crm.leadsByKey(key))[0] ?? null)
    const account = await accountOf(world, { company, domain, contact })
    return {
      lead: lead?.id ?? null,
      contact: contact && { id: contact.id, status: contact.status, owner: contact.owner },
      account: account && { id: account.id, owner: account.owner },
    }
  }

async function firstOf<T>(keys: readonly string[], look: (key: string) => Promise<T | null>): Promise<T | null> {
  for (const key of keys) {
    const found = await look(key)
    if (found) return found
  }
  return null
}

/** By the domain, else by a name that is the same but for its legal form. */
async function accountOf(
  world: World,
  { company, domain, contact }: { company: string | null; domain: string | null; contact: Contact | null },
): Promise<Account | null> {
  const words = [domain, company, contact?.company ?? null].filter((one) => one !== null && one.trim() !== '')
  for (const wanted of words) {
    const found = await world.crm.find('account', wanted ?? '', CANDIDATES)
    const account = found.find((one) => isNamed(one, wanted ?? ''))
    if (account) return account
  }
  return null
}

const isNamed = ({ name, aliases, domains }: Account, wanted: string): boolean =>
  domains.some((domain) => domain.toLowerCase() === wanted.trim().toLowerCase()) ||
  [name, ...aliases].some((one) => {
    const { likeness, formsDiffer } = likenessOf(one, wanted)
    return likeness >= SAME_NAME && !formsDiffer
  })

/** `lead.assigned`: for giving them by turns; ids of members only, so whoever asks. */
export const assigned =
  (world: World): Lookups['lead.assigned'] =>
  () =>
    world.recall.assigned(world.clock.nowMs() - TURNS_MS)
