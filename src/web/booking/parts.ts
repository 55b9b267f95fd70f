import type { Context } from 'hono'
import type { BookingParts } from '#desk/booking/parts.ts'
import type { Kind } from './limits.ts'
import { sentencePage } from './pages/booking.ts'
import { type Words, wordsFor } from './words.ts'

/** What the pages for visitors are built of. */
export interface BookingWeb extends BookingParts {
  /** Where a request comes from, for counting. */
  addressOf(c: Context): string
  /** A meeting as an iCalendar file, with nothing in it but what the visitor knows. */
  invite(entry: { id: string; title: string; startMs: number; endMs: number }): string
}

/** Passes a request on, or throws where there were too many of its kind. */
export type Guard = (c: Context, kind: Kind) => void

export const wordsOf = (c: Context): { words: Words; locale: string } => wordsFor(c.req.header('accept-language'))

/** There is no such page, booking or link; which of them is not said. */
export const nothingHere = (c: Context) => {
  const { words } = wordsOf(c)
  return c.html(sentencePage(words, words.notFound, null), 404)
}
