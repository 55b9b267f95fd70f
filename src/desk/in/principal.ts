import { cleanName } from '#kernel/display.ts'
import { DeskError } from '#kernel/errors.ts'
import type { Inbound } from '#kernel/inbound.ts'
import type { Principal } from '#kernel/principal.ts'
import { isZone } from '#kernel/time.ts'
import { memberByAddress, memberByChannelId, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Crm } from '#ports/crm.ts'

/** Channels on which a sender is only who they claim to be. */
const CLAIMED_CHANNELS: ReadonlySet<string> = new Set(['email', 'form'])

/** On a booking page a sender is who they claim to be until they followed a mailed link; the page says whether. */
const assuranceOf = ({ channel, from }: Inbound): Principal['assurance'] =>
  CLAIMED_CHANNELS.has(channel) ? 'claimed' : (from.assurance ?? (channel === 'booking' ? 'claimed' : 'verified'))

/**
 * Names who speaks. A member must stand in the policy; a client must be on file; everybody else is a stranger. A sender's
 * own words about themselves (name, e-mail, zone) never make them more than they are.
 * @throws DeskError UNKNOWN_MEMBER
 */
export async function namePrincipal(event: Inbound, policy: Policy, crm: Crm): Promise<Principal> {
  const { from } = event
  const assurance = assuranceOf(event)
  const zone = from.zone && isZone(from.zone) ? from.zone : null
  if (from.kind === 'member') return memberPrincipal(event, policy, zone, assurance)
  const contact =
    (await crm.get('contact', from.id)) ??
    (from.email ? await crm.contactByAddress(from.email) : null) ??
    (from.phone ? await crm.contactByAddress(from.phone) : null)
  if (from.kind === 'client' && contact) {
    return {
      kind: 'client',
      id: contact.id,
      name: contact.name && cleanName(contact.name),
      assurance,
      email: contact.emails[0]?.toLowerCase() ?? null,
      phone: contact.phones[0] ?? null,
      zone: zone ?? policy.company.timezone,
      roles: [],
    }
  }
  return {
    kind: 'stranger',
    id: from.id,
    name: from.name ? cleanName(from.name) : null,
    assurance,
    email: from.email?.toLowerCase() ?? null,
    phone: from.phone ?? null,
    zone: zone ?? policy.company.timezone,
    roles: [],
  }
}

function memberPrincipal(
  { from, channel }: Inbound,
  policy: Policy,
  zone: string | null,
  assurance: Principal['assurance'],
): Principal {
  const person =
    memberById(policy, from.id) ??
    memberByChannelId(policy, channel, from.id) ??
    (from.email ? memberByAddress(policy, from.email) : null) ??
    (policy.source.file === null ? (policy.people[0] ?? null) : null)
  if (!person)
    throw new DeskError('UNKNOWN_MEMBER', {
      id: from.id.slice(0, 80),
      known: policy.people.map((one) => one.id).join(', '),
    })
  return {
    kind: 'member',
    id: person.id,
    name: person.name,
    assurance,
    email: person.email,
    phone: person.whatsapp,
    zone: zone ?? person.timezone,
    roles: [...person.roles],
  }
}
