import type { Seen } from './phrases.ts'
import type { Part, Reading } from './reading.ts'
import { isSmallTalk } from './small-talk.ts'
import type { Span } from './spans.ts'

/**
 * Reads each span and gives the parts of a message. Courtesies fall away where something else was said; where no span
 * alone is anybody's job, the message stays whole.
 */
export function joinParts(text: string, seen: Seen, spans: readonly Span[], read: (text: string) => Reading): Part[] {
  const kept = spans.filter(({ from, to }) => !isSmallTalk(seen.words.slice(from, to)))
  const parts = kept.map((span, at) => partOf(textOf(text, seen, span), read, span.leans && at > 0 ? at - 1 : null))
  if (parts.length > 1 && parts.some((part) => part.agent !== null)) return parts
  return [partOf(text.trim(), read, null)]
}

function partOf(text: string, read: (text: string) => Reading, after: number | null): Part {
  const { agent, intent, confidence, margin } = read(text)
  return { text, agent, intent, confidence, margin, after }
}

/** The words of a span as written, without the joint and the stop between it and the next. The last one keeps the text's end. */
function textOf(text: string, seen: Seen, { from, to }: Span): string {
  const last = to >= seen.words.length
  return text
    .slice(seen.words[from]?.start ?? 0, last ? undefined : seen.words[to]?.start)
    .replace(last ? /\s+$/ : /[\s,;:–—-]+$/, '')
    .replace(/^(?:[+&]|(?:and|then|also|plus|but|y|und|et)\b)[\s,]*/i, '')
}
