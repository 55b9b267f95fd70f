import type { Principal } from '#kernel/principal.ts'

/** Something that was done, or would be, and for whom. */
export interface Deed {
  kind: string
  args: Record<string, unknown>
  /** The record as it was before, or null. */
  before: unknown
  principal: Principal
  /** Addresses that are the principal's, in lower case. */
  own: readonly string[]
  /** Ids of records that were made for them in their own conversation: meetings and leads. */
  theirs: ReadonlySet<string>
  /** Addresses of the team, in lower case. */
  team: ReadonlySet<string>
}

interface Meeting {
  organizer?: string
  attendees?: readonly { address: string }[]
}

const tableOf = (event: Meeting): string[] =>
  [event.organizer ?? '', ...(event.attendees ?? []).map(({ address }) => address)].map((one) => one.toLowerCase())

/**
 * Why a deed is more than its sender could have had by a plain explicit command; null where it is not. Written from DESIGN's
 * sentences and from nothing in the gate: somebody outside reaches their own meetings, their own record and an answer to
 * themselves; who is only claimed reaches their own draft record; the desk does nothing by itself that belongs to a person.
 */
export function beyondReach(deed: Deed): string | null {
  const { kind, principal } = deed
  if (principal.kind === 'member')
    return principal.assurance === 'verified' || principal.id === 'desk'
      ? null
      : `${kind} for a member nobody vouches for`
  if (kind === 'lead.reply') return deed.args.to === principal.id ? null : 'an answer to somebody else'
  if (kind === 'team.notify') return null
  if (kind.startsWith('lead.') && saysAMembersWord(deed.args)) return "a member's word against a score"
  if (kind === 'lead.create') return null
  if (kind === 'lead.update') return deed.theirs.has(String(deed.args.id)) ? null : "another's lead"
  if (kind.startsWith('calendar.')) return beyondTheirMeetings(deed)
  if (kind === 'contact.update' && principal.assurance === 'verified')
    return principal.kind === 'client' && deed.args.id === principal.id ? null : "another's record"
  return `${kind} is the team's`
}

/** Whether a write of a lead brings along what only a member says. */
function saysAMembersWord({ draft, ops }: Record<string, unknown>): boolean {
  const { override = null } = (draft ?? {}) as { override?: unknown }
  return (
    override !== null ||
    (ops as readonly { path: string }[] | undefined)?.some(({ path }) => path === 'override') === true
  )
}

function beyondTheirMeetings({ kind, args, before, principal, own, theirs, team }: Deed): string | null {
  const mine = (address: string) => own.includes(address)
  if (kind === 'calendar.create') {
    const strangers = tableOf(args.event as Meeting).filter((address) => !mine(address) && !team.has(address))
    return strangers.length === 0 ? null : 'an invitation to somebody else'
  }
  const meeting = (before ?? {}) as Meeting & { id?: string }
  const isTheirs =
    theirs.has(String(meeting.id)) ||
    (principal.kind === 'client' && principal.assurance === 'verified' && tableOf(meeting).some(mine))
  if (!isTheirs) return 'a meeting that is not theirs'
  const { attendees } = (args.change ?? {}) as { attendees?: Meeting['attendees'] }
  const invited = (attendees ?? []).map(({ address }) => address.toLowerCase())
  const added = invited.filter((address) => !tableOf(meeting).includes(address) && !mine(address))
  return added.length === 0 ? null : 'an invitation to somebody else'
}
