import type { Seen } from './phrases.ts'
import type { Part, Reading } from './reading.ts'
import { isSmallTalk } from './small-talk.ts'
import type { Span } from './spans.ts'

/**
 * Reads each span and gives the parts of a message. Courtesies fall away where something else was said; where no span
 * alone is anybody's job, the message stays whole.
 */
export function joinParts(text: string, seen: Seen, spans: readonly Span[], read: (text: string) => Reading): Part[] {
  const kept = spans
    .flatMap((span) => questionApart(text, seen, span, read))
    .filter(({ from, to }) => !isSmallTalk(seen.words.slice(from, to)))
  const partFor = (span: Span, whole: string, after: number | null): Part => {
    const request = span.core === null ? whole : textOf(text, seen, { from: span.core, to: span.to })
    const inner = read(request)
    const { agent, intent, confidence, margin } = inner.agent === null && request !== whole ? read(whole) : inner
    return { text: whole, agent, intent, confidence, margin, after }
  }
  const parts = kept.map((span, at) => partFor(span, textOf(text, seen, span), span.leans && at > 0 ? at - 1 : null))
  if (parts.length > 1 && parts.some((part) => part.agent !== null)) return parts
  const [only] = spans
  const whole = {
    from: 0,
    to: seen.words.length,
    leans: false,
    lead: null,
    core: spans.length === 1 ? (only?.core ?? null) : null,
  }
  return [partFor(whole, text.trim(), null)]
}

/** A question that is somebody's job stands for itself before the first request: "can we talk tomorrow? And send me the deck". */
function questionApart(text: string, seen: Seen, span: Span, read: (text: string) => Reading): Span[] {
  if (span.lead === null) return [span]
  const question = text.slice(seen.words[span.from]?.start ?? 0, seen.words[span.lead]?.start).trimEnd()
  if (!question.endsWith('?') || read(question).agent === null) return [span]
  return [
    { ...span, to: span.lead, core: null, lead: null },
    { ...span, from: span.lead, lead: null },
  ]
}

/** The words of a span as written, without the joint and the stop between it and the next. The last one keeps the text's end. */
function textOf(text: string, seen: Seen, { from, to }: Pick<Span, 'from' | 'to'>): string {
  const last = to >= seen.words.length
  return text
    .slice(seen.words[from]?.start ?? 0, last ? undefined : seen.words[to]?.start)
    .replace(last ? /\s+$/ : /[\s,;:–—-]+$/, '')
    .replace(/^(?:[+&]|(?:and|then|also|plus|but|y|und|et)\b)[\s,]*/i, '')
}
