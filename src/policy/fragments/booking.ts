import type { z } from 'zod'
import { count, duration, keys, list, named, person, text, word } from '../kinds.ts'
import { durationMs } from '../spans.ts'

/** Words that stand in addresses of the desk's own below `/book`. */
const TAKEN = ['status', 'confirm', 'assets']
const SLUG_ERROR = `one word in small letters, such as mia (and none of ${TAKEN.join(', ')})`
const slug = word.refine((value) => !TAKEN.includes(value), { error: SLUG_ERROR })

const Page = keys({
  title: text.optional().describe('heading of the page'),
  people: list(person, '[mia]')
    .min(1, { error: 'a list of at least one person' })
    .describe('who must be free; the first is the host'),
  types: list(word, '[discovery]').prefault([]).describe('meeting types to choose from; none: the default length'),
})

export const Booking = keys({
  pages: named(slug, Page)
    .prefault({})
    .describe('public pages by address, such as {mia: {people: [mia], types: [discovery]}}'),
  hold: duration.prefault('10m').describe('how long a chosen time is kept for a visitor who has not confirmed'),
  confirm_within: duration.prefault('24h').describe('how long the mailed link works'),
  per_visitor: count(1, 10).prefault(1).describe('times one visitor may hold at once'),
})

export function bookingOf(file: z.output<typeof Booking>) {
  const pages = Object.entries(file.pages).map(([slug, page]) => {
    return [slug, { title: page.title ?? null, people: page.people, types: page.types }] as const
  })
  return {
    pages: Object.fromEntries(pages),
    holdMs: durationMs(file.hold),
    confirmWithinMs: durationMs(file.confirm_within),
    perVisitor: file.per_visitor,
  }
}
