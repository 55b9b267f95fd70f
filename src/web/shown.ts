import type { WebContext } from './parts.ts'

const FIRST = 50
const MOST = 1000

/** How much of a conversation a page asks for, and what it puts into the box. */
export function shownEntries(c: WebContext): { limit: number; prefill: string } {
  const asked = Number(c.req.query('show') ?? FIRST)
  const limit = Number.isInteger(asked) ? Math.min(MOST, Math.max(FIRST, asked)) : FIRST
  return { limit, prefill: (c.req.query('say') ?? '').slice(0, 500) }
}
