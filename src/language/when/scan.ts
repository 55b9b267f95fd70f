import { type Context, endsClean, type Hit, isText, startsClean, tokenAt } from './context.ts'
import type { Draft } from './draft.ts'
import { grainOf, length } from './lengths.ts'
import { readPhrase } from './phrase.ts'

/** A draft and the tokens it was read from. */
export interface Found {
  draft: Draft
  first: number
  /** Behind the last token. */
  end: number
}

/** All times of a text, left to right, none inside another. */
export function scan(context: Context): Found[] {
  const found: Found[] = []
  for (let index = 0; index < context.tokens.length; ) {
    const hit = readPhrase(context, index)
    const phrase = hit ?? null
    const by = phrase ? null : lengthAt(context, index)
    if (phrase && phrase.end > index) {
      found.push({ draft: phrase.value, first: phrase.start, end: phrase.end })
      index = phrase.end
    } else if (by) {
      found.push({ draft: by.value, first: index, end: by.end })
      index = by.end
    } else index++
  }
  return found
}

/** A length that says nothing about when: "30 minutes", "for an hour". */
function lengthAt(context: Context, index: number): Hit<Draft> | null {
  if (!startsClean(context, index)) return null
  const by = lengthOrWhole(context, index)
  if (!by || !endsClean(context, by.end)) return null
  const [part] = by.value.parts
  if (!part || part.unit.kind === 'weekend') return null
  return {
    value: {
      kind: 'length',
      start: null,
      end: null,
      grain: grainOf(by.value),
      dated: false,
      clocked: false,
      approximate: by.value.approximate,
      others: [],
      length: by.value,
    },
    end: by.end,
  }
}

function lengthOrWhole(context: Context, index: number): ReturnType<typeof length> {
  const article = isText(context, index, 'a') || isText(context, index, 'an') || isText(context, index, 'the')
  const before = tokenAt(context, index - 1)
  const placed =
    before.entry.mark !== undefined || before.entry.fill === true || before.text === 'over' || before.text === 'than'
  if (isText(context, index, 'the')) {
    const unit = tokenAt(context, index + 1).entry.unit
    return isText(context, index - 1, 'for') && unit && unit.count === 1
      ? { value: { parts: [{ count: 1, unit }], approximate: false }, end: index + 2 }
      : null
  }
  const by = length(context, index)
  if (!by) return null
  const some = isText(context, index + (article ? 1 : 0), 'few') || isText(context, index, 'several')
  if (some && !tokenAt(context, by.end - 1).text.endsWith('s')) return null
  const lone = by.end === index + 2 && article
  return lone && !placed && !isText(context, index, 'an') ? null : by
}
