import { BAR, type Sheet } from '#language/sheet.ts'
import { sentence, tidy } from './title.ts'

/** Meetings that are known by a word; the first that is named is the type. */
const WORDS = [
  'lunch', 'dinner', 'breakfast', 'brunch', 'coffee', 'drinks', 'demo', 'interview', 'standup', 'stand-up', 'kickoff', 'kick-off', 'retro', 'workshop', 'training',
  'onboarding', 'discovery', 'intro', 'catch-up', 'sync', 'call', 'holiday', 'vacation', 'pto', 'ooo', 'sick', 'leave', 'out of office', 'day off', 'time off',
] as const // biome-ignore format: a word list reads better in lines

const ONE_ON_ONE = /\b(?:one[- ]on[- ]one|1[:-]1|1on1|one[- ]to[- ]one)\b/iu
const VERB =
  /\b(?:book(?:ing)?|schedul(?:e|ing)|reserve|set ?up|arrange|plan|organi[sz]e|add|set|put|create|make|enter|insert|have|got|block(?: off| out)?|need|want|find|host|hold|(?:keep|leave)(?=.{1,40}\b(?:free|clear|open)\b))\s+/iu
const END = new RegExp(
  `\\b(?:with|w\\/|w|to|by|until|till|from|on|at|for|in|into|about|re|regarding|because|since|so|if|and|this|using|invite|that|which|called|named|titled|please|starting|between|anytime|sometime)\\b|[${BAR},.;:!?()]|\\s[-–]\\s|$`,
  'iu',
)
/** A sentence that starts like this does not start with a name. */
const NO_START =
  /^(?:i|i['’]\p{L}+|we|you|he|she|it|what\S*|who\S*|when\S*|where\S*|which|why|how|can|could|would|will|shall|should|do|does|did|is|are|am|was|has|have|there\S*|tell|show|let|hi|hey|hello|ok|please|thanks|just|so)\b/iu
/** Words that only say that there is to be a meeting. */
const IDLE = new Set(
  'as a an the my our your me us whatever whenever works ok okay fine senior bot link booking some somebody someone new quick short long brief another one time slot slots spot meeting meetings call event appointment session chat catch up it something recurring repeating regular weekly daily monthly annual biweekly all day whole hour minute min calendar reminder room invite i we you can could would like that please free first next earliest available best half an more few available talk meet off out back open clear'.split(
    ' ',
  ),
)

/** "leave friday open" is no leave. */
const KEPT = /\bleave\b(?=.{1,40}\b(?:free|clear|open)\b)/u

/** The sort of meeting the text names: a policy type by its name, else one of the everyday words. */
export function readType(text: string, types: readonly string[]): string | null {
  const lower = text.toLowerCase().replace(KEPT, 'keep')
  if (ONE_ON_ONE.test(lower) && types.includes('one_on_one')) return 'one_on_one'
  const has = (word: string) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}]|\\b(?:after|before|during|until|till|around)\\s)${word.replaceAll('_', '[ _-]')}s?(?![\\p{L}\\p{N}])`,
      'iu',
    ).test(lower)
  return types.find(has) ?? WORDS.find(has) ?? null
}

/** What is booked, where it says more than "a meeting": "a budget review" is "Budget review"; "a 30 min call" is nothing. */
export function readObject(sheet: Sheet): string | null {
  const text = sheet.barred()
  const verb = VERB.exec(text)
  const after = text
    .slice(verb ? verb.index + verb[0].length : 0)
    .replace(new RegExp(`^[\\s${BAR}]+`, 'u'), ' ')
    .trimStart()
  if (!verb && NO_START.test(after)) return null
  const end = END.exec(after)
  const phrase = after.slice(0, end ? end.index : undefined).trim()
  const words = phrase.split(/\s+/).filter(Boolean)
  const idle = (word: string | undefined) =>
    word !== undefined && (IDLE.has(word.toLowerCase()) || !/\p{L}/u.test(word))
  if (words.every(idle)) return null
  while (idle(words[0])) words.shift()
  const title = words.join(' ')
  return title.length > 1 && words.length <= 8 ? tidy(sentence(title)) : null
}

const PLACE =
  /\b(?:at|in)\s+((?:the\s+)?(?:(?:meeting |conference |board)?room\s+[\p{L}\p{N}-]+|office|cafe|caf\u00e9|[\p{L}][\p{L}'’&-]*(?:\s+(?!on\b|at\b|with\b|for\b|to\b|and\b|about\b|re\b|by\b|from\b)[\p{L}\p{N}][\p{L}\p{N}'’&-]*){0,4}))/iu
const NO_PLACE =
  /^(?:the\s+)?(?:least|most|all|once|first|some point|any|my|our|your|case|person|advance|general|order|touch|a |an |it|calendar|diary|schedule|morning|afternoon|evening|future|past|end|start|beginning|earliest|latest|soonest|best|same time|time|next|last|this|that|about|around|noon)\b/iu
const VIDEO =
  /(?:\b(?:on|over|via|by|using|por|par|sur|[uü]ber|mit|auf)|\+|&)\s+(zoom|google meet|meet|teams|skype|whatsapp|slack|phone|video|facetime)\b/iu

/** Where it is, once times and people are off the sheet: "at dishoom shoreditch", "in room 4", "over zoom". */
export function readLocation(sheet: Sheet, onlyVideo = false): string | null {
  const video = VIDEO.exec(sheet.barred())
  if (video?.[1]) {
    sheet.take(video.index, video.index + video[0].length)
    return video[1].charAt(0).toUpperCase() + video[1].slice(1)
  }
  if (onlyVideo) return null
  const match = PLACE.exec(sheet.barred())
  const words = match?.[1]?.trim()
  if (!match || !words || NO_PLACE.test(words)) return null
  sheet.take(match.index, match.index + match[0].length)
  return tidy(words.replace(/^the\s+/iu, ''))
}
