import type { CalendarEvent } from '#kernel/event.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { sayDuration } from '#kernel/units.ts'
import { forTeam, phrasesFor } from '../phrases.ts'
import type { Request } from '../request.ts'
import { sayEvent, sayWhen } from '../say.ts'
import { spanOf } from './busy.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'

/** What anybody outside the team may ask for. Looking into a calendar is not among it. */
const OPEN_TO_ALL: ReadonlySet<Request['kind']> = new Set(['book', 'find', 'person'])
const OPEN_TO_CLIENTS: ReadonlySet<Request['kind']> = new Set([
  'book',
  'find',
  'move',
  'cancel',
  'late',
  'agenda',
  'person',
  'rsvp',
])

/** Where somebody outside the team may not have what they ask for; null where they may. */
export function barOutsider(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft | null {
  if (isMember(facts)) return null
  const { principal } = facts
  // A program sent it, and waits for no word.
  const vouched = principal.kind === 'client' && principal.assurance === 'verified'
  if (request.kind === 'rsvp') return vouched ? null : { type: 'nothing', because: 'nobody vouches for the sender' }
  const meeting = OPEN_TO_ALL.has(request.kind)
  if (principal.assurance !== 'verified') {
    const changes = meeting || request.kind === 'move' || request.kind === 'cancel' || request.kind === 'late'
    return changes ? passOn(request, facts) : refuse(request, facts)
  }
  if (principal.kind === 'client') return OPEN_TO_CLIENTS.has(request.kind) ? null : refuse(request, facts)
  if (!meeting) return refuse(request, facts)
  if (policy.autonomy.external_new !== 'never') return null
  return {
    type: 'refuse',
    text: phrasesFor(facts).noStrangers,
    rule: 'scheduling.autonomy.external_new is never',
  }
}

/** What looks into a calendar, against what would change something that is not the outsider's. */
const LOOKS: ReadonlySet<Request['kind']> = new Set(['agenda', 'free', 'who_free', 'why'])

function refuse({ kind }: Request, facts: Facts): RulingDraft {
  const { noCalendar, onlyOwn } = phrasesFor(facts)
  return {
    type: 'refuse',
    text: LOOKS.has(kind) ? noCalendar : onlyOwn,
    rule: 'outsiders reach their own meetings only',
  }
}

/** A sender nobody vouches for gets no times and changes nothing; a person of the team takes it from here. */
function passOn(request: Request, facts: Facts): RulingDraft {
  const what =
    { move: 'move a meeting', cancel: 'cancel a meeting', late: 'come late' }[request.kind as string] ?? 'meet'
  return {
    type: 'flag',
    reason: 'TRUST',
    headline: `Answer ${facts.principal.email ?? facts.principal.id}, who asks to ${what}`,
    rule: 'a sender who is not verified sees no times and changes nothing',
    evidence: [],
    reply: phrasesFor(facts).passedOn,
  }
}

/** An outsider may change their meeting up to the notice time; later than that their host decides. */
export function tooLate(event: CalendarEvent, facts: Facts, policy: SchedulingPolicy): RulingDraft | null {
  if (isMember(facts)) return null
  const aheadMs = spanOf(event).startMs - facts.nowMs
  if (aheadMs >= policy.defaults.noticeMs) return null
  return {
    type: 'flag',
    reason: 'AUTHORITY',
    headline: `${facts.principal.name ?? facts.principal.id} wants to change ${sayEvent(event, forTeam(facts))}`,
    rule: `scheduling.defaults.notice: outsiders change a meeting no later than ${sayDuration(policy.defaults.noticeMs)} before it`,
    evidence: [{ text: sayWhen(event, forTeam(facts)), source: 'calendar' }],
    reply: phrasesFor(facts).verySoon,
    owner: event.organizer,
  }
}

/** An outsider moves the same meeting a few times alone (`scheduling.defaults.moves`); then its host has a say. */
export function movedTooOften(
  event: CalendarEvent,
  actions: Proposed[],
  facts: Facts,
  policy: SchedulingPolicy,
): RulingDraft | null {
  const { moves } = policy.defaults
  if (isMember(facts) || facts.movedBefore < moves) return null
  const who = facts.principal.name ?? facts.principal.id
  return {
    type: 'flag',
    reason: 'AUTHORITY',
    headline: `${who} wants to move ${sayEvent(event, forTeam(facts))} once more`,
    rule: `scheduling.defaults.moves: outsiders move a meeting ${moves} ${moves === 1 ? 'time' : 'times'} alone`,
    evidence: [{ text: `moved by them ${facts.movedBefore} times already`, source: 'history' }],
    actions,
    reply: phrasesFor(facts).movedOften,
    owner: event.organizer,
  }
}
