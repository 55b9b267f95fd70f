import type { Update, Whom } from '../request.ts'
import { channelAt, channelOfVerb, withoutChannel } from './channel.ts'
import { nameAtStart } from './names.ts'

const COURTESY =
  /^(?:\W*(?:hey|hi|hello|ok|okay|please|pls|can|could|would|will|you|just|now|and|also|then|desk|quickly|i need you to|i want you to|i['’]d like you to)\b[\s,!]*)+/iu
const SLASH = /^\s*[/!](?:desk\s+)?/u

const A_MESSAGE =
  '(?:an?|the|another|quick|short|new|this)?\\s*(?:quick |short |new )?(?:message|msg|note|text|whats ?app(?: message)?|e-?mail|mail|line|update|word|heads[- ]?up|reply|slack(?: message)?|dm)'
/** "let pia know ...": the name stands before "know". */
const LET = /^let\s+([\s\S]{1,120}?)\s+know\b/iu
/** "send pia a message ...", "give acme a heads up". */
const GIVE = new RegExp(
  `^(?:send|drop|give|shoot|write|forward)\\s+((?!an?\\s|the\\s+(?:message|note))[\\s\\S]{1,120}?)\\s+(${A_MESSAGE})\\b`,
  'iu',
)
/** "send a message to pia ...", "write an email to jo". */
const MESSAGE_TO = new RegExp(
  `^(?:send|drop|give|shoot|write|compose|draft)\\s+(${A_MESSAGE})\\s+(?:out\\s+)?(?:to|for)\\s+`,
  'iu',
)
/** "send the deck to pia": something goes along. */
const SEND_FILE =
  /^(?:send|forward|share|pass)\s+((?:the|our|this|that|my|a|an|latest)\s+[\p{L}\p{N} ._'’-]{2,60}?)\s+(?:over\s+)?(?:to|with)\s+/iu
/** The verbs that are followed by whom: "tell acme ...". */
const VERB =
  /^(tell|inform|notify|update|message|msg|text|whats ?app|e-?mail|mail|ping|dm|slack|discord|write(?:\s+to)?|heads[- ]?up(?:\s+to)?|reply(?:\s+to)?|respond(?:\s+to)?|answer)\s+/iu

/** What comes between whom and what. */
const THAT =
  /^[\s,]*(?::|[–—-]\s|\bthat\b|\bsaying(?:\s+that)?\b|\bto say(?:\s+that)?\b|\bto tell (?:them|him|her)(?:\s+that)?\b|\bto let (?:them|him|her) know(?:\s+that)?\b|\band (?:say|tell (?:them|him|her))(?:\s+that)?\b|\bknow(?:\s+that)?\b)?[\s,]*/iu
/** Where the words begin after somebody who is not on file. */
const BREAK =
  /\s*(?::|[–—]|\bthat\b|\bsaying\b|\bto say\b|,|\b(?=(?:we|we['’]re|we['’]ll|we['’]ve|i|i['’]m|i['’]ll|the|our|it|it['’]s|there|their|his|her|they|this|about|on|by|via|over)\b))/iu
const ALL =
  /^(?:(?:all|every|each)(?:\s+(?:of\s+)?(?:the|our|my))?\s+(?:active\s+)?(?:clients?|customers?|contacts?|accounts?)|every(?:one|body)(?:\s+on file)?|all of them|our clients|our customers|(?:the\s+)?clients|(?:the\s+)?customers)\b/iu
/** What somebody is to be told that is not said: "tell them why". */
const NOT_SAID = /^\s*(?:why|how|when|where|what|so|about (?:it|that|this))\s*[.!?]*$/iu
const AND = /^\s*(?:,\s*(?:and\s+)?|&\s*|\+\s*|and\s+)/iu
const PEOPLE = /^(?:['’]s)?\s+(?:team|people|folks|guys|lot)\b/iu

type Said = Pick<Update, 'whom' | 'all' | 'text' | 'channel' | 'file' | 'media'>

/** Whom a message is for and what it says; the words stay as they were dictated. */
export function readUpdate(text: string, known: ReadonlySet<string>): Said {
  const said = text.replace(SLASH, '').replace(COURTESY, '').trim()
  const told = LET.exec(said)
  if (told) return wordsFor(`${told[1]} ${said.slice(told[0].length)}`, known, { channel: null, file: null })
  const to = MESSAGE_TO.exec(said)
  if (to) return wordsFor(said.slice(to[0].length), known, { channel: channelOfVerb(to[1] ?? ''), file: null })
  const file = SEND_FILE.exec(said)
  if (file) return wordsFor(said.slice(file[0].length), known, { channel: null, file: file[1]?.trim() ?? null })
  const given = GIVE.exec(said)
  if (given)
    return wordsFor(`${given[1]} ${said.slice(given[0].length)}`, known, {
      channel: channelOfVerb(given[2] ?? ''),
      file: null,
    })
  const verb = VERB.exec(said)
  return wordsFor(said.slice(verb?.[0].length ?? 0), known, { channel: channelOfVerb(verb?.[1] ?? ''), file: null })
}

function wordsFor(rest: string, known: ReadonlySet<string>, given: Pick<Said, 'channel' | 'file'>): Said {
  const all = ALL.exec(rest)
  const { whom, behind } = all ? { whom: [], behind: rest.slice(all[0].length) } : peopleAt(rest, known)
  const early = channelAt(behind)
  const body = early ? behind.slice(early.end) : behind
  const words = unquoted(body.replace(THAT, '')).replace(NOT_SAID, '')
  const late = early ? null : withoutChannel(words)
  return {
    whom,
    all: all !== null,
    text: (late?.text ?? words).trim(),
    channel: early?.channel ?? late?.channel ?? given.channel,
    file: given.file,
    media: [],
  }
}

/** The people a text begins with, and what stands behind them. */
function peopleAt(text: string, known: ReadonlySet<string>): { whom: Whom[]; behind: string } {
  const whom: Whom[] = []
  let behind = text
  for (;;) {
    const joint = whom.length === 0 ? 0 : (AND.exec(behind)?.[0].length ?? -1)
    const name = joint < 0 ? null : (pronounAt(behind.slice(joint)) ?? nameAtStart(behind.slice(joint), known))
    if (!name) break
    whom.push({ words: name.words, record: null })
    behind = behind.slice(joint + name.end).replace(PEOPLE, '')
    const at = /^\s+(?:at|from)\s+/iu.exec(behind)
    const company = at && nameAtStart(behind.slice(at[0].length), known)
    if (at && company) behind = behind.slice(at[0].length + company.end)
  }
  return whom.length > 0 ? { whom, behind } : strangerAt(text)
}

/** "them", "her": whoever was last spoken of. */
function pronounAt(text: string): { words: string; end: number } | null {
  const found = /^\s*(them|him|her|they)\b/iu.exec(text)
  return found ? { words: found[1]?.toLowerCase() ?? '', end: found[0].length } : null
}

/** Somebody who is not on file: the words up to where something is said. */
function strangerAt(text: string): { whom: Whom[]; behind: string } {
  const end = BREAK.exec(text)?.index ?? Math.max(0, text.search(/\s/u))
  const words = (end > 0 ? text.slice(0, end) : text.split(/\s+/u).length <= 3 ? text : '').trim()
  return words === ''
    ? { whom: [], behind: text }
    : { whom: [{ words, record: null }], behind: text.slice(words.length) }
}

/** Words in quotation marks are said as they stand in them. */
const unquoted = (text: string): string => /^\s*["“„]([\s\S]+)["”]\s*[.!]?\s*$/u.exec(text)?.[1] ?? text
