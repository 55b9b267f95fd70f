/** Words with which people take back what they just said. */
const TAKES_BACK =
  /[\s,.!…-]*\b(?:no[,.!]? wait|wait[,.!]? no|(?:no[, ]+)?scratch that|(?:sorry|oops|no)[,.]? (?:i mean|i meant|make that|make it)|i mean(?:t)?|correction[:,]?|(?:oops|sorry)[,.]? (?=not\b)|actually[,.]? no[,.]?|wait[,.]?(?= not\b)|no[,.]? (?=not \S+[,.]? (?:the other|but)\b))\b[\s,.:!…-]*/giu
/** "not acme, the other one": what is not meant, and that another of the name is. */
const NOT_THAT =
  /^\s*(?:no[, ]+)?not\s+(?:the\s+)?(.+?)(?:\s*[,;–—-]\s*|\s+(?=the other|but)|$)(?:(?:but\s+)?(the other(?: one)?))?[\s,:;–—-]*/iu

/** A message split at its last self-correction. */
export interface Corrected {
  /** What stood before, which still holds where nothing was said anew. */
  before: string
  after: string
  /** What is said not to be meant, in its words. */
  not: string | null
  /** "the other one" */
  other: boolean
}

/** Finds the last self-correction of a text, or null. */
export function correctionIn(text: string): Corrected | null {
  const last = [...text.matchAll(TAKES_BACK)].at(-1)
  if (!last) return null
  const rest = text.slice(last.index + last[0].length)
  const denied = NOT_THAT.exec(rest)
  return {
    before: text.slice(0, last.index),
    after: denied ? rest.slice(denied[0].length) : rest,
    not: denied?.[1]?.trim() ?? null,
    other: denied?.[2] !== undefined,
  }
}
