import { type Context, Hono } from 'hono'
import { choose, openingsFor } from '#desk/booking/choose.ts'
import { type BookingPage, kindAt, type MeetingKind, pageAt } from '#desk/booking/pages.ts'
import type { Opening } from '#ports/openings.ts'
import { isNarrow, narrowed, narrowingOf } from './narrow.ts'
import { kindsPage, timesPage } from './pages/times.ts'
import { type BookingWeb, type Guard, nothingHere, wordsOf } from './parts.ts'
import { byDay, zoneOr } from './times.ts'
import { freshSecret, rememberVisitor, visitorOf } from './visitor.ts'

/** Days with times that one page shows. */
const DAYS_SHOWN = 5
/** What an address may say beside where it leads; everything else is dropped. */
const CARRIED = ['zone', 'from', 'to', 'part', 'on'] as const
type Query = Partial<Record<(typeof CARRIED)[number], string>>

/** The times of a page, and choosing one. */
export function timesRoutes(parts: BookingWeb, guard: Guard): Hono {
  const app = new Hono()

  const show = async (c: Context) => {
    guard(c, 'look')
    const { page, kind } = at(c, parts)
    if (!page) return nothingHere(c)
    if (kind) return showTimes(parts, c, { page, kind, instead: null })
    if (c.req.param('type') !== undefined) return nothingHere(c)
    return c.html(kindsPage(page, wordsOf(c).words, (one) => pathTo(page, one, queryOf(c))))
  }

  const take = async (c: Context) => {
    guard(c, 'keep')
    const { page, kind } = at(c, parts)
    if (!page || !kind) return nothingHere(c)
    const form = await c.req.parseBody()
    const startMs = typeof form.start === 'string' ? Date.parse(form.start) : Number.NaN
    if (Number.isNaN(startMs)) return c.redirect(pathTo(page, kind, queryOf(c)), 303)
    const drawnFor = typeof form.visit === 'string' ? form.visit : undefined
    const visitor = rememberVisitor(c, drawnFor, freshSecret(parts.desk.context.random.bytes))
    const chosen = await choose(parts, { page, kind, startMs, visitor, zone: zoneOr(c.req.query('zone'), page.zone) })
    if ('secret' in chosen) return c.redirect(`/book/status/${chosen.secret}`, 303)
    return showTimes(parts, c, { page, kind, instead: chosen.instead })
  }

  app.get('/book/:slug', show)
  app.get('/book/:slug/:type', show)
  app.post('/book/:slug', take)
  app.post('/book/:slug/:type', take)
  return app
}

function at(c: Context, parts: BookingWeb): { page: BookingPage | null; kind: MeetingKind | null } {
  const page = pageAt(parts.desk.context.policy(), c.req.param('slug') ?? '')
  return { page, kind: page && kindAt(page, c.req.param('type') ?? null) }
}

const queryOf = (c: Context): Query =>
  Object.fromEntries(
    CARRIED.flatMap((name) => {
      const value = c.req.query(name)
      return value ? [[name, value.slice(0, 64)]] : []
    }),
  )

/** Path of a page's times. */
export function pathTo({ slug, kinds }: BookingPage, { type }: MeetingKind, query: Query): string {
  const said = new URLSearchParams(query).toString()
  const path = type === null || kinds.length === 0 ? `/book/${slug}` : `/book/${slug}/${type}`
  return said === '' ? path : `${path}?${said}`
}

/** Draws the times; where a chosen one is gone, with those that come instead, as a conflict. */
export async function showTimes(
  parts: BookingWeb,
  c: Context,
  { page, kind, instead }: { page: BookingPage; kind: MeetingKind; instead: readonly Opening[] | null },
  query: Query = queryOf(c),
): Promise<Response> {
  const { words, locale } = wordsOf(c)
  const reader = { locale, zone: zoneOr(query.zone, page.zone) }
  const narrowing = narrowingOf(query)
  const open = await openingsFor(parts, page, kind, visitorOf(c))
  const days = byDay(narrowed(open, narrowing, page.zone), reader)
  const found = query.on === undefined ? 0 : days.findIndex(({ date }) => date >= (query.on ?? ''))
  const first = found < 0 ? days.length : found
  const turned = (day: { date: string } | undefined): string | null =>
    day ? pathTo(page, kind, { ...query, on: day.date }) : null
  const { on: _on, zone: _zone, ...kept } = query
  const view = {
    page,
    kind,
    words,
    zone: reader.zone,
    days: days.slice(first, first + DAYS_SHOWN),
    earlier: first > 0 ? turned(days[Math.max(0, first - DAYS_SHOWN)]) : null,
    later: turned(days[first + DAYS_SHOWN]),
    isNarrow: isNarrow(narrowing),
    all: pathTo(page, kind, query.zone === undefined ? {} : { zone: query.zone }),
    at: pathTo(page, kind, query),
    query: kept,
    drawnFor: freshSecret(parts.desk.context.random.bytes),
    instead: instead && byDay(instead, reader),
    zoneIsNamed: query.zone !== undefined || instead !== null,
  }
  return c.html(timesPage(view), instead ? 409 : 200)
}
