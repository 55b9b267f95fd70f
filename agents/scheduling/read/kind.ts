import type { Request } from '../request.ts'
import { isLink } from './link.ts'
import { isTrip } from './trip.ts'

type Kind = Request['kind']

const LATE =
  /\b(?:running|be|am|i['’]m)\s+(?:\S+\s+){0,3}late\b|\brunning behind\b|\b(?:llego|llegar[eé]|llegamos|voy|vamos)\s+(?:\S+\s+){0,3}(?:tarde|con retraso)\b|\ben retard\b|\bde retard\b|\bversp[aä]te|\bkommen?\s+(?:\S+\s+){0,3}(?:sp[aä]ter|zu sp[aä]t)(?![\p{L}])/iu
const CANNOT_COME =
  /\b(?:can(?:['’]?t|not| not)|won['’]?t|not going to|unable to|not able to)\s+(?:be able to\s+)?(?:make (?:it|the|our)|come|attend|be there)\b/i
const CANCEL =
  /\b(?:cancel|skip|call(?:ing)? off|delet|remov|clear|drop|scrap|scratch|get rid|declin|eras|wip(?:e|ing)|kill|free up|empty|tak(?:e|ing)\b.*\boff|off (?:my|the) calendar|no longer|absag|stornier|l[oö]sch|annul|anul|suppr|elimin|borr)/i
const WHY = /^\W*why\b/i
const WHO_FREE = /\bwho(?:['’]?s|\s+is|\s+are|\s+else is)?\s+(?:\w+\s+){0,2}(?:free|available|around)\b/i
const FREE =
  /\b(?:(?:ha(?:s|ve)|got) (?:any |some |a bit of )?time|free|available|availability|busy|openings?|open slots?|gaps?)\b/i
const FIND =
  /\bfind\s+(?:me\s+|us\s+)?(?:an?\s+)?(?:\d|half|hour|quarter)|\b(?:find|suggest|propose|look for|give me|need|any)\s+(?:me\s+|us\s+)?(?:an?\s+|some\s+|the\s+)?(?:\S+\s+){0,3}?(?:time|times|slots?|spot|opening|window)\b|\bwhen (?:can|could|should|shall) (?:we|i|you)\b/i
/** A question that a request hangs on: "have I met Lena this week? If not, schedule ...". */
const DEPENDENT = /\bif (?:not|so|i haven['’]?t|we haven['’]?t)\b.*\b(?:book|schedule|set up|arrange|plan)\b/is
const BLOCK =
  /\b(?:block(?:ed)?(?: off| out)?|focus time|deep work|(?:keep|leave)\b.{0,30}\b(?:free|clear|open)|protect|out of office|ooo|pto|(?:on|annual|parental|sick) leave|day off|time off|days off|vacation|holidays?|do not disturb|no meetings)\b/i
const RENAME = /\b(?:rename|re-?title|change the (?:name|title|subject)|update the (?:name|title|subject))\b/i
const LOCATION = /\b(?:change|update|set|add|switch) (?:the |a )?(?:location|place|venue|room)\b/i
const PEOPLE_CHANGE =
  /^\W*(?:(?:please|can you|could you|hey|hi)\s+)*(?:add|invite|include|remove|take|drop|uninvite|kick)\b(?=.*\b(?:to|from|off|in)\s+(?:the|my|our|this|that|tomorrow|today|it)\b)/is
/** Somebody is taken off a meeting, which goes on: no word such as "the" leads to a person. */
const PERSON_OFF =
  /^\W*(?:(?:please|can you|could you|hey|hi)\s+)*(?:remove|take|drop|uninvite|kick)\s+(?!(?:the|a|an|my|our|that|this|it|all|every|each|everything)\b)[\p{L}@][^,]{0,40}?\s(?:from|off)\s+(?:the|my|our|this|that|it)\b(?!\s+(?:calendar|schedule|diary|agenda))/iu
const SWAP = /\b(?:swap|switch|exchange)\b.*\b(?:and|with|for)\b/is
const LENGTH =
  /\b(?:extend|prolong|lengthen|shorten|cut)\b|\bmake\b[^.]*\b(?:long|longer|shorter|last)\b|\blast for\b|\bmake\b[^.]*\b(?:\d+|an|half an) ?(?:min(?:ute)?s?|hours?|hrs?)\b(?=\s*(?:$|[.,!?]|from (?!now(?! on))|starting|going forward))/i

/** A question about what is there, whatever the router made of it. */
const QUESTION =
  /^\W*(?:what(?:['’]?s| is| are| do| does| have)|which|show|list|do (?:i|we) have|have (?:i|we) (?:got )?)\b/i

/** The shape of the request, from the router's intent and the words that tell apart what one intent holds. */
export function kindOf(intent: string, text: string, member: boolean): Kind {
  if (intent === 'remind' || intent === 'outcome') return intent
  if (member && intent === 'book' && isLink(text)) return 'link'
  if (intent === 'person' || intent === 'rsvp') return intent
  if (LATE.test(text) && intent === 'move' && !/\b(?:push|move|delay|reschedul|postpone|shift)/i.test(text))
    return 'late'
  if (intent === 'cancel') return PERSON_OFF.test(text) ? 'update' : 'cancel'
  if (intent === 'update' || RENAME.test(text) || LOCATION.test(text)) return 'update'
  if (intent === 'move' && SWAP.test(text)) return 'swap'
  if (intent === 'move') return PEOPLE_CHANGE.test(text) || LENGTH.test(text) ? 'update' : 'move'
  if (intent === 'query' || intent === 'free' || intent === 'agenda') return queryKind(text, member)
  if (QUESTION.test(text)) return queryKind(text, member)
  if (member && isTrip(text)) return 'trip'
  return BLOCK.test(text) && member ? 'block' : FIND.test(text) ? 'find' : 'book'
}

function queryKind(text: string, member: boolean): Kind {
  if (DEPENDENT.test(text)) return 'book'
  if (WHY.test(text)) return 'why'
  if (WHO_FREE.test(text)) return 'who_free'
  if (FIND.test(text) && !/\b(?:am i|is \w+) (?:free|available|busy)\b/i.test(text)) return 'find'
  if (FREE.test(text)) return member ? 'free' : 'find'
  return 'agenda'
}

/** Somebody will not come, which is not yet a word on what becomes of the meeting. */
export const cannotCome = (text: string, kind: Kind): boolean =>
  CANNOT_COME.test(text) || (kind === 'cancel' && !CANCEL.test(text))
