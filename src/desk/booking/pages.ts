import { addressOf, memberById } from '#policy/people.ts'
import type { Policy, PolicyPerson } from '#policy/policy.ts'
import type { Offered, Opening } from '#ports/openings.ts'

/** One kind of meeting on a page. */
export interface MeetingKind {
  /** Name in the policy, and in the address; null: a plain meeting, at the address of the page itself. */
  type: string | null
  lengthMs: number
  /** Kept free between two of them. */
  pauseMs: number
}

/** A public page as the policy describes it. */
export interface BookingPage {
  slug: string
  company: string
  /** The team's own heading, or null. */
  title: string | null
  /** Who is met, the host first. */
  people: readonly PolicyPerson[]
  /** IANA zone of the host. */
  zone: string
  kinds: readonly MeetingKind[]
}

/** The page at an address, or null. */
export function pageAt(policy: Policy, slug: string): BookingPage | null {
  if (!Object.hasOwn(policy.booking.pages, slug)) return null
  const page = policy.booking.pages[slug]
  const people = page?.people.flatMap((id) => memberById(policy, id) ?? []) ?? []
  const [host] = people
  if (!page || !host) return null
  const kinds = page.types.map((type) => kindOf(policy, type))
  return {
    slug,
    company: policy.company.name,
    title: page.title,
    people,
    zone: host.timezone,
    kinds: kinds.length > 0 ? kinds : [kindOf(policy, null)],
  }
}

/** The kind of meeting an address names: its type, or what the page has if that is one thing only. */
export function kindAt(page: BookingPage, type: string | null): MeetingKind | null {
  if (type === null) return page.kinds.length === 1 ? (page.kinds[0] ?? null) : null
  return page.kinds.find((kind) => kind.type === type) ?? null
}

export const offeredBy = (page: BookingPage, { type }: MeetingKind): Offered => ({
  people: page.people.map((person) => person.id),
  type,
})

/** Calendars that a meeting of this page takes time in. */
export const addressesAt = (page: BookingPage): string[] => page.people.map(addressOf)

/** The time a held meeting keeps from others: its own and the pause after it, so that nobody can be held into that. */
export const heldSpan = ({ startMs, endMs }: Opening, { pauseMs }: MeetingKind): Opening => ({
  startMs,
  endMs: endMs + pauseMs,
})

function kindOf({ scheduling }: Policy, type: string | null): MeetingKind {
  const known = type === null ? undefined : scheduling.meetingTypes[type]
  const { lengthMs, bufferBeforeMs, bufferAfterMs } = known ?? scheduling.defaults
  return { type, lengthMs, pauseMs: Math.max(bufferBeforeMs, bufferAfterMs) }
}
