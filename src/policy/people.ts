import type { Reason } from '#kernel/reasons.ts'
import { wallOf } from '#kernel/time.ts'
import type { Policy, PolicyPerson } from './compile.ts'
import type { Topic } from './fragments/escalation.ts'
import { ISO_WEEKDAYS, type Window } from './spans.ts'

/** Domain of addresses the desk makes up for members without one; RFC 2606 keeps it from ever being real. */
const MADE_UP = '@desk.invalid'

type Named = Pick<PolicyPerson, 'id' | 'email'>

/** The address a member has in calendars: their e-mail in lower case, or `<id>@desk.invalid`. */
export function addressOf(person: Named): string {
  return person.email?.toLowerCase() ?? `${person.id}${MADE_UP}`
}

/** The member with this policy id, or undefined where there is none. */
export function memberById(policy: Policy, id: string): PolicyPerson | undefined {
  return policy.people.find((person) => person.id === id)
}

/** The member whose e-mail this is, or whose id it holds before `@desk.invalid`, or undefined. */
export function memberByAddress(policy: Policy, address: string): PolicyPerson | undefined {
  const wanted = address.trim().toLowerCase()
  const madeUp = (person: PolicyPerson): boolean => wanted === `${person.id}${MADE_UP}`
  return policy.people.find((person) => person.email === wanted || madeUp(person))
}

/**
 * The member a channel's own id belongs to, or undefined. Slack and Discord: their user id; WhatsApp: a number, with or without
 * `whatsapp:` before it; e-mail: an address; any other channel (console, run): the policy id.
 */
export function memberByChannelId(policy: Policy, channel: string, id: string): PolicyPerson | undefined {
  switch (channel) {
    case 'slack':
      return policy.people.find((person) => person.slack === id)
    case 'discord':
      return policy.people.find((person) => person.discord === id)
    case 'whatsapp': {
      const number = id.replace(/^whatsapp:/, '').replace(/[ ()-]/g, '')
      return policy.people.find((person) => person.whatsapp === number)
    }
    case 'email':
      return policy.people.find((person) => person.email === id.trim().toLowerCase())
    default:
      return memberById(policy, id)
  }
}

/** A member's own id on a channel (see `memberByChannelId`), or null where the policy names none. */
export function handleOf(person: PolicyPerson, channel: string): string | null {
  switch (channel) {
    case 'slack':
    case 'discord':
    case 'whatsapp':
    case 'email':
      return person[channel]
    default:
      return person.id
  }
}

/** Whether `vip` names an address, or all addresses of its domain (`@bigco.example`). */
export const isVip = ({ vip }: Pick<Policy, 'vip'>, address: string): boolean =>
  vip.some((one) => (one.startsWith('@') ? address.endsWith(one) : address === one))

/** Who decides what is asked: approvers, else founders, else the first of the team. Never empty. */
export function approversOf(policy: Policy): PolicyPerson[] {
  const holding = (role: 'approver' | 'founder') => policy.people.filter((person) => person.roles.includes(role))
  const [approvers, founders] = [holding('approver'), holding('founder')]
  return approvers.length > 0 ? approvers : founders.length > 0 ? founders : policy.people.slice(0, 1)
}

/** Who decides a flag: the owner of its matter, of its reason, the fallback, the first approver. */
export function ownerOf(policy: Policy, reason: Reason, topic: Topic | null = null): PolicyPerson {
  const { owners, fallback } = policy.escalation
  const id = (topic && owners[topic]) ?? owners[reason] ?? fallback
  const owner = (id && memberById(policy, id)) || approversOf(policy)[0]
  if (!owner) throw new RangeError('a policy has at least one person')
  return owner
}

/** When a member works on a weekday (1 is Monday), in minutes of their own zone; empty on a day off. */
export function workingWindowsMinutes(
  person: Pick<PolicyPerson, 'workingHours'>,
  isoWeekday: number,
): readonly Window[] {
  const day = ISO_WEEKDAYS.find((one) => one === isoWeekday)
  return day === undefined ? [] : person.workingHours[day]
}

/** Whether a moment lies outside somebody's working hours, in their own zone. Public holidays are not looked at. */
export function isOutOfHours(person: Pick<PolicyPerson, 'workingHours' | 'timezone'>, atMs: number): boolean {
  const { isoWeekday, minute } = wallOf(atMs, person.timezone)
  return !workingWindowsMinutes(person, isoWeekday).some(
    (window) => window.fromMinute <= minute && minute < window.toMinute,
  )
}
