import type { Contact } from '#kernel/contact.ts'
import type { Waits } from '#kernel/reach.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Policy } from '#policy/policy.ts'
import { nextLoudMs } from '#policy/quiet-hours.ts'

/** A message that a member sent to somebody outside. */
export interface Sent {
  contact: string
  /** Key of their company; of today's messages only. */
  company: string | null
  conversation: string
  isMail: boolean
  atMs: number
}

/** What a person's company is counted by: its name, else the domain of their mail. */
export const companyOf = ({ company, emails }: Pick<Contact, 'company' | 'emails'>): string | null =>
  company?.trim().toLowerCase() || emails[0]?.split('@')[1]?.toLowerCase() || null

interface To {
  contact: Contact
  zones: readonly string[]
  /** Newest first. */
  sent: readonly Sent[]
  toMail: boolean
  nowMs: number
}

/** When a message may go at the earliest, by the limits and the quiet hours of `outreach`, and what it waits for. */
export function firstMoment(
  policy: Policy,
  { contact, zones, sent, toMail, nowMs }: To,
): { atMs: number; waits: Waits | null } {
  const { limits, quietHours } = policy.outreach
  const company = companyOf(contact)
  const today = sent.filter(({ atMs }) => atMs > nowMs - DAY_MS)
  const frees: [Waits, number][] = [
    [
      'person_limit',
      freeAt(
        sent.filter((one) => one.contact === contact.id),
        limits.perPerson30d,
        30 * DAY_MS,
        nowMs,
      ),
    ],
    [
      'company_limit',
      freeAt(
        today.filter((one) => company !== null && one.company === company),
        limits.perDomainDay,
        DAY_MS,
        nowMs,
      ),
    ],
    [
      'mailbox_limit',
      toMail
        ? freeAt(
            today.filter(({ isMail }) => isMail),
            limits.perMailboxDay,
            DAY_MS,
            nowMs,
          )
        : nowMs,
    ],
  ]
  const [waits, freeMs] = frees.reduce((latest, one) => (one[1] > latest[1] ? one : latest))
  const atMs = nextLoudMs(quietHours, zones, freeMs)
  if (freeMs > nowMs) return { atMs, waits }
  return { atMs, waits: atMs > nowMs ? 'quiet_hours' : null }
}

/** When one more is allowed, of so many in a span: now, or when enough of them are older than that. */
function freeAt(sent: readonly Sent[], most: number, spanMs: number, nowMs: number): number {
  const within = sent.filter(({ atMs }) => atMs > nowMs - spanMs)
  if (within.length < most) return nowMs
  const oldest = within[Math.max(0, most - 1)]
  return (oldest?.atMs ?? nowMs) + spanMs
}
