import type { Change } from '../request/write.ts'

/** Words with which people leave something open. */
const HEDGES =
  /\b(?:might|may (?:be|go|come|sign|move|want|take|close|need)|maybe|perhaps|probably|possibly|prob|i (?:think|guess|believe|suppose|reckon)|(?:it )?looks like|seems?(?: like| to)?|sounds like|could be|could go|not (?:yet )?sure|should be|hopefully|likely|potentially|presumably|apparently|tbc|tbd)\b/iu
/** Words with which people pass on what others said; "said yes" is an outcome they tell themselves. */
const RELAYED =
  /(?:^|\s)(?!i\s|we\s)(?:\p{L}[\p{L}'’.-]*)\s+(?:said|says|wrote|writes|claims?|claimed|reckons?|mentioned|told (?:me|us)|is saying|thinks?|believes?)\b(?!\s+(?:yes|no)\b)|\baccording to\b|^\s*>|\b(?:rumou?r|heard) (?:is|has it|that)\b/imu
const DENIALS =
  /\b(?:not|never|don['’]?t|do not|didn['’]?t|isn['’]?t|aren['’]?t|hasn['’]?t|haven['’]?t|won['’]?t|wasn['’]?t|no longer|without)\b/iu

/** Where one clause ends and the next begins. */
const BREAK = /[,;\n!]|\.(?=\s|$)|\s[–—-]\s|\b(?:and|but|also|then|plus)\b/giu

/** The clause around a stretch of a text. */
export function clauseAround(text: string, start: number, end: number): { text: string; from: number; to: number } {
  let from = 0
  let to = text.length
  for (const { index, 0: mark } of text.matchAll(BREAK)) {
    if (index + mark.length <= start) from = index + mark.length
    else if (index >= end) {
      to = index
      break
    }
  }
  return { text: text.slice(from, to), from, to }
}

/** Whether what stands there is said not to be so. */
export function isDenied(text: string, start: number, end: number): boolean {
  const clause = clauseAround(text, start, end)
  const denial = DENIALS.exec(clause.text)
  return denial !== null && clause.from + denial.index < start && !/\bwhy not\b/iu.test(clause.text)
}

/** Why what stands there is not written without a yes, or null. */
export function doubtAbout(text: string, start: number, end: number): Change['doubt'] {
  if (isQuoted(text, start)) return 'quoted'
  const clause = clauseAround(text, start, end)
  const relayed = RELAYED.exec(text.slice(0, end))
  if (relayed && relayed.index < start && !/[.\n!]\s/u.test(text.slice(relayed.index + relayed[0].length, start)))
    return 'quoted'
  const asks =
    /^\s*(?:can|could|would|will|pls|please)\b/iu.test(clause.text) || /\b(?:can|could|would) you\b/iu.test(clause.text)
  const queried = /^\s*\?/u.test(text.slice(end)) && !asks
  return queried || HEDGES.test(clause.text) ? 'hedged' : null
}

/** Inside double quotes that are still open there. */
const isQuoted = (text: string, at: number): boolean =>
  (text.slice(0, at).match(/["“”„]/gu)?.length ?? 0) % 2 === 1 && /["“”]/u.test(text.slice(at))
