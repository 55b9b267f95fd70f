import type { CalendarEvent } from '#kernel/event.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { sayDuration } from '#kernel/units.ts'
import type { Request } from '../request.ts'
import { sayEvent, sayWhen } from '../say.ts'
import { spanOf } from './busy.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'

/** What anybody outside the team may ask for. Looking into a calendar is not among it. */
const OPEN_TO_ALL: ReadonlySet<Request['kind']> = new Set(['book', 'find'])
const OPEN_TO_CLIENTS: ReadonlySet<Request['kind']> = new Set(['book', 'find', 'move', 'cancel', 'late', 'agenda'])

/** Where somebody outside the team may not have what they ask for; null where they may. */
export function barOutsider(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft | null {
  if (isMember(facts)) return null
  const { principal } = facts
  const meeting = OPEN_TO_ALL.has(request.kind)
  if (principal.assurance !== 'verified') {
    const changes = meeting || request.kind === 'move' || request.kind === 'cancel' || request.kind === 'late'
    return changes ? passOn(request, facts) : refuse(request)
  }
  if (principal.kind === 'client') return OPEN_TO_CLIENTS.has(request.kind) ? null : refuse(request)
  if (!meeting) return refuse(request)
  if (policy.autonomy.external_new !== 'never') return null
  return {
    type: 'refuse',
    text: 'I cannot book meetings with people we do not know yet. Please leave your name and e-mail address, and somebody of the team will answer.',
    rule: 'scheduling.autonomy.external_new is never',
  }
}

/** What looks into a calendar, against what would change something that is not the outsider's. */
const LOOKS: ReadonlySet<Request['kind']> = new Set(['agenda', 'free', 'who_free', 'why'])

function refuse({ kind }: Request): RulingDraft {
  const text = LOOKS.has(kind)
    ? "I can't show the team's calendar. I can find a time for you to meet us: just say roughly when."
    : 'I can only find a time for you to meet us, or move or cancel a meeting of yours. Please ask your contact in the team.'
  return { type: 'refuse', text, rule: 'outsiders reach their own meetings only' }
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
    reply: 'Thank you, I have passed this on to the team. They will get back to you.',
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
    headline: `${facts.principal.name ?? facts.principal.id} wants to change ${sayEvent(event, facts)}`,
    rule: `scheduling.defaults.notice: outsiders change a meeting no later than ${sayDuration(policy.defaults.noticeMs)} before it`,
    evidence: [{ text: sayWhen(event, facts), source: 'calendar' }],
    reply: 'That is very soon, so I have asked your host. They will get back to you.',
  }
}
