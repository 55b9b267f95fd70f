import { channelOfVerb } from './channel.ts'
import { nameAtStart } from './names.ts'

/** How a wish to have something written begins: all that stands before whom it is for. */
export interface Opening {
  /** From whom it is for on; from the words on where `open`. */
  rest: string
  /** Nobody is named: "send an email", "reply to this". */
  open: boolean
  channel: string | null
  /** What is to be sent along, as it was called, or null. */
  file: string | null
  /** Words that stand before whom: "send my thanks to pia". */
  words: string
  reply: boolean
  draft: boolean
}

const NOTHING: Omit<Opening, 'rest'> = {
  open: false,
  channel: null,
  file: null,
  words: '',
  reply: false,
  draft: false,
}

const COURTESY =
  /^(?:\W*(?:hey|hi|hello|ok|okay|yes|sure|please|pls|can|could|would|will|you|just|now|and|also|then|desk|quickly|i need you to|i want you to|i['’]d like you to|i (?:need|want|have) to|i (?:would|['’]d) like to)\b[\s,!]*)+/iu
const SLASH = /^\s*[/!](?:desk\s+)?/u

const WHICH = '(?:(?:an?|the|another|this|my|quick|short|brief|brand|new|test|following|follow[- ]?up)\\s+)*'
const MAIL = '(?:e-?mail|mail)'
const A_MESSAGE = `${WHICH}(?:message|msg|note|text|whats ?app(?: message)?|${MAIL}|line|update|word|heads[- ]?up|slack(?: message)?|dm)`
const AN_ANSWER = `${WHICH}(?:reply|response|answer)`
const WRITE = '(?:send|sent|drop|give|shoot|write|compose|create|make|start|open|type|draft|prepare)'
const FOR_ME = '(?:\\s+for me)?'
const TO = `${FOR_ME}(?:\\s+back)?(?:\\s+out)?(?:\\s+that (?:needs|has) to (?:go|be sent)(?: out)?)?\\s+(?:to|for)\\s+(?!me\\b)`

/** "let pia know ...": the name stands before "know". */
const LET = /^let\s+([\s\S]{1,120}?)\s+know\b/iu
/** "send pia a message ...", "give acme a heads up". */
const GIVE = new RegExp(
  `^(?:send|drop|give|shoot|write|forward)\\s+((?!an?\\s|the\\s+(?:message|note))[\\s\\S]{1,120}?)\\s+(${A_MESSAGE})\\b`,
  'iu',
)
/** "send a message to pia ...", "write an email to jo". */
const MESSAGE_TO = new RegExp(`^${WRITE}\\s+(${A_MESSAGE})${TO}`, 'iu')
/** The same to nobody: "send an email", "compose a new email about the invoice". */
const MESSAGE = new RegExp(`^${WRITE}\\s+(${A_MESSAGE})\\b${FOR_ME}`, 'iu')
/** "reply", "write back", "send an answer", "reply an email to jo". */
const ANSWER = new RegExp(
  `^(?:(?:reply|respond|answer)(?:\\s+back)?|(?:write|get|e-?mail|message|text)\\s+back|${WRITE}\\s+${AN_ANSWER})(?:\\s+(?:an?\\s+)?(${MAIL})(?=\\s+to\\b))?(\\s+to\\b)?\\s*`,
  'iu',
)
const LATEST = '(?:(?:latest|last|new|recent|newest|previous|other)\\s+)*'
const MESSAGES = `(${MAIL}s?|messages?|texts?|notes?|questions?|whats ?apps?|inquir(?:y|ies)|quer(?:y|ies))\\b`
/** "pia's last email" */
const OF_THEIRS = new RegExp(
  `^((?!(?:the|this|that|my|all)\\s+${LATEST}${MESSAGES})[^,:;\\n]{1,60}?s['’]?)\\s+${LATEST}${MESSAGES}`,
  'iu',
)
/** "the email I got from pia" */
const FROM_THEM = new RegExp(
  `^(?:(?:the|this|that|my|an?)\\s+)?${LATEST}${MESSAGES}\\s+(?:(?:that\\s+)?(?:(?:i|we)\\s+)?(?:got|received|came|sent)\\s+)?(?:from|by)\\s+`,
  'iu',
)
/** "this", "the latest email": whose it is, nobody says. */
const THIS_ONE = new RegExp(
  `^(?:(?:the|this|that|my|all|these|those)\\s+)*${LATEST}(?:${MESSAGES}|it\\b|this\\b|that\\b|all\\b)`,
  'iu',
)

/** "send my thanks to pia" */
const WISHES =
  /^(?:send|give|pass(?: on)?)\s+((?:(?:my|our|the team['’]?s)\s+)?(?:(?:best|warm|warmest|kind|kindest|many|sincere)\s+)*(?:regards|wishes|thanks|thank[- ]you|congratulations|congrats|condolences|apologies|greetings|love)|(?:an?\s+)?(?:happy|merry)(?:\s+\p{L}+){1,3}?)\s+(?:on\s+)?to\s+/iu
/** "send the deck to pia": something goes along. */
const SEND_FILE =
  /^(?:send|forward|share|pass)\s+((?:the|our|this|that|my|a|an|latest)\s+[\p{L}\p{N} ._'’-]{2,60}?)\s+(?:over\s+)?(?:to|with)\s+/iu
/** The verbs that are followed by whom: "tell acme ...". */
const VERB =
  /^(tell|inform|notify|update|message|msg|text|whats ?app|e-?mail|mail|ping|dm|slack|discord|write(?:\s+to)?|heads[- ]?up(?:\s+to)?)\s+/iu

/** Takes the opening off a member's words. */
export function openingOf(text: string, known: ReadonlySet<string>): Opening {
  const said = text.replace(SLASH, '').replace(COURTESY, '').trim()
  const behind = (found: RegExpExecArray) => said.slice(found[0].length)
  const draft = /^(?:draft|prepare)\b/iu.test(said)
  const told = LET.exec(said)
  if (told) return { ...NOTHING, rest: `${told[1]} ${behind(told)}` }
  const to = MESSAGE_TO.exec(said)
  if (to) return { ...NOTHING, rest: behind(to), channel: channelOfVerb(to[1] ?? ''), draft }
  const answer = ANSWER.exec(said)
  if (answer) return { ...NOTHING, ...answered(behind(answer), answer[2] !== undefined, known, answer[1]), draft }
  const wishes = WISHES.exec(said)
  if (wishes) return { ...NOTHING, rest: behind(wishes), words: wishes[1] ?? '' }
  const file = SEND_FILE.exec(said)
  if (file) return { ...NOTHING, rest: behind(file), file: file[1]?.trim() ?? null }
  const given = GIVE.exec(said)
  if (given) return { ...NOTHING, rest: `${given[1]} ${behind(given)}`, channel: channelOfVerb(given[2] ?? '') }
  const message = MESSAGE.exec(said)
  if (message) return { ...NOTHING, rest: behind(message), open: true, channel: channelOfVerb(message[1] ?? ''), draft }
  const verb = VERB.exec(said)
  return { ...NOTHING, rest: verb ? behind(verb) : said, channel: channelOfVerb(verb?.[1] ?? '') }
}

type Answered = Pick<Opening, 'rest' | 'open' | 'channel' | 'reply'>

/** Whose message is answered: "pia's email", "the mail from pia", "pia"; or one that nobody says whose it is. */
function answered(rest: string, isTo: boolean, known: ReadonlySet<string>, mail = ''): Answered {
  const found = (match: RegExpExecArray) => ({ channel: channelOfVerb(match.at(-1) ?? ''), reply: true })
  const from = FROM_THEM.exec(rest)
  if (from) return { ...found(from), rest: rest.slice(from[0].length), open: false }
  const theirs = OF_THEIRS.exec(rest)
  if (theirs)
    return { ...found(theirs), rest: `${owner(theirs[1] ?? '', known)}${rest.slice(theirs[0].length)}`, open: false }
  const none = THIS_ONE.exec(rest)
  if (none) return { ...found(none), rest: rest.slice(none[0].length), open: true }
  const open = !isTo && !nameAtStart(rest, known)
  return { rest, open, channel: channelOfVerb(mail), reply: true }
}

/** "pia's", and "pias" where Pia is on file. */
function owner(words: string, known: ReadonlySet<string>): string {
  const bare = words.replace(/['’]s?$|s['’]$/u, '')
  if (bare !== words) return bare
  const short = words.replace(/s$/u, '')
  return nameAtStart(short, known)?.end === short.length ? short : words
}
