/** What somebody is to be told, and what it is about. */
export interface Said {
  text: string
  /** "the invoice", as it was said; null where nothing like it was. */
  topic: string | null
}

/** What comes between whom and what. */
const THAT =
  /^[\s,]*(?::|[–—-]\s|\bthat\b|\b(?:by |with )?(?:saying|answering|replying)(?:\s+that)?\b|\bto say(?:\s+that)?\b|\b(?:to tell|telling) (?:them|him|her)(?:\s+that)?\b|\b(?:to let|letting) (?:them|him|her) know(?:\s+that)?\b|\band (?:say|tell (?:them|him|her))(?:\s+that)?\b|\bknow(?:\s+that)?\b|\bwith the (?:words?|message|answer|text)(?:\s+that)?\b)?[\s:,]*/iu
/** What somebody is to be told that is not said: "tell them why". */
const NOT_SAID = /^\s*(?:why|how|when|where|what|so|about (?:it|that|this))\s*[.!?]*$/iu
/** "about the invoice", and the words where they follow. */
const ABOUT =
  /^[\s,]*(?:about|regarding|concerning|re|on the subject of)\b:?\s+([^\n:]+?)(?:(?<!\s)\s*:\s*|(?<![\s,])[\s,]+(?=(?:saying|to say|to ask|asking|telling (?:them|him|her)|and (?:say|ask|tell (?:them|him|her)))\b)|(?<![\s.?!])[\s.?!]*$)/iu
/** Mail as people dictate it: "subject thursday body the room is booked". */
const DICTATED =
  /^[\s,]*(?:and\s+)?(?:with\s+)?(?:an?\s+|the\s+)?subject(?:\s+line)?\b(?:\s*:|\s+(?:is|as|of)\b)?\s+([\s\S]+?)(?:(?<![\s,.;])[\s,.;]+(?:and\s+)?(?:with\s+)?(?:an?\s+|the\s+)?(?:body|content|text|message)\b(?:\s*:|\s+(?:is|as|of)\b)?\s+([\s\S]+))?$/iu

/** Words about the person who is written to, as they are said to them. */
const TO_THEIR_FACE: readonly [RegExp, (rest: string) => string][] = [
  [
    /^(?:and |by )?(?:to ask|asking|ask)\s+(?:(?:them|him|her)\s+)?(?=\S)/iu,
    (rest) => `May I ask ${rest.startsWith('to ') ? 'you ' : ''}${rest.replace(/(?<![.?!\s])[.?!\s]+$/u, '')}?`,
  ],
  [/^not to\s+(?=\p{L})/iu, (rest) => `Please do not ${rest}`],
  [/^to\s+(?!(?:say|tell|let|the|an?|my|our|your|this|that|it)\b)(?=\p{L})/iu, (rest) => `Please ${rest}`],
  [/^(?:and )?wishing (?:them|him|her)\s+/iu, (rest) => `I wish you ${rest}`],
  [/^(?:and )?thanking (?:them|him|her)\s+/iu, (rest) => `Thank you ${rest}`],
  [/^(?:and )?congratulating (?:them|him|her)\s+/iu, (rest) => `Congratulations ${rest}`],
  [/^(?:and )?inviting (?:them|him|her)\s+/iu, (rest) => `I would like to invite you ${rest}`],
]

/** Reads what stands behind whom a message is for; the words stay as they were dictated. */
export function readWords(body: string): Said {
  const dictated = DICTATED.exec(body)
  if (dictated) return { topic: dictated[1]?.trim() ?? null, text: unquoted(dictated[2] ?? '').trim() }
  const about = NOT_SAID.test(body) ? null : ABOUT.exec(body)
  const rest = about ? body.slice(about[0].length) : body
  const words = unquoted(toTheirFace(rest.trim()) ?? rest.replace(THAT, '')).replace(NOT_SAID, '')
  return { topic: about?.[1]?.trim() ?? null, text: words.trim() }
}

function toTheirFace(words: string): string | null {
  for (const [form, say] of TO_THEIR_FACE) {
    const found = form.exec(words)
    if (found) return say(words.slice(found[0].length))
  }
  return null
}

/** Words in quotation marks are said as they stand in them. */
const unquoted = (text: string): string => /^\s*["“„]([\s\S]+)["”]\s*[.!]?\s*$/u.exec(text)?.[1] ?? text
