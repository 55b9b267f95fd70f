import { type Context, Hono } from 'hono'
import { confirm, type HandedIn, handIn, linkTarget, type MailedLetter, type Visitor } from '#desk/booking/hand-in.ts'
import { leave } from '#desk/booking/leave.ts'
import { kindAt, pageAt } from '#desk/booking/pages.ts'
import { type Standing, standingOf } from '#desk/booking/standing.ts'
import { cleanName, cleanText } from '#kernel/display.ts'
import { idOf } from '#kernel/ids.ts'
import { email } from '#policy/kinds.ts'
import { bookingPage, confirmPage, type Filled, NOTHING_FILLED, sentencePage } from './pages/booking.ts'
import { joined, sayKind } from './pages/frame.ts'
import { type BookingWeb, type Guard, nothingHere, wordsOf } from './parts.ts'
import { pathTo, showTimes } from './routes-times.ts'
import { clockIn, spanIn } from './times.ts'
import type { Words } from './words.ts'

const LONGEST_NOTE = 1_000
const LONGEST_ADDRESS = 200

/** A visitor's own booking: its page, its form, its way out, and the mailed link. */
export function ownRoutes(parts: BookingWeb, guard: Guard): Hono {
  const app = new Hono()

  app.get('/book/status/:secret', async (c) => {
    guard(c, 'look')
    const standing = await standingOf(parts, c.req.param('secret'))
    return standing ? showOwn(parts, c, standing) : nothingHere(c)
  })

  app.post('/book/status/:secret', async (c) => {
    guard(c, 'send')
    const secret = c.req.param('secret')
    const standing = await standingOf(parts, secret)
    if (!standing) return nothingHere(c)
    const form = filledOf(await c.req.parseBody())
    const visitor = checked(form, wordsOf(c).words)
    if (standing.state === 'held' && 'problem' in visitor)
      return showOwn(parts, c, standing, { ...form, problem: visitor.problem }, 422)
    if ('problem' in visitor) return c.redirect(`/book/status/${secret}`, 303)
    const done = await handIn(parts, secret, visitor, (link) => letterOf(parts, c, standing, link))
    return follow(parts, c, standing, secret, done)
  })

  app.post('/book/status/:secret/cancel', async (c) => {
    guard(c, 'send')
    const secret = c.req.param('secret')
    if (!(await standingOf(parts, secret))) return nothingHere(c)
    await leave(parts, secret)
    return c.redirect(`/book/status/${secret}`, 303)
  })

  app.get('/book/status/:secret/invite.ics', async (c) => {
    guard(c, 'look')
    const standing = await standingOf(parts, c.req.param('secret'))
    const title = standing && titleOf(parts, standing, wordsOf(c).words)
    if (!standing || !title || (standing.state !== 'booked' && standing.state !== 'asked_to_cancel'))
      return nothingHere(c)
    const { booking, startMs, endMs } = standing
    return c.body(parts.invite({ id: idOf('', [booking.id], 26), title, startMs, endMs }), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="meeting.ics"',
    })
  })

  app.get('/book/confirm/:secret', async (c) => {
    guard(c, 'look')
    const { words, locale } = wordsOf(c)
    const secret = c.req.param('secret')
    const booking = await linkTarget(parts, secret)
    if (!booking) return nothingHere(c)
    if (booking.state === 'sent') return c.redirect(`/book/status/${secret}`, 303)
    if (booking.state !== 'mailed' || booking.untilMs <= parts.desk.context.clock.nowMs()) return ranOut(c)
    return c.html(confirmPage(words, spanIn(booking, { locale, zone: booking.zone }), `/book/confirm/${secret}`))
  })

  app.post('/book/confirm/:secret', async (c) => {
    guard(c, 'send')
    const secret = c.req.param('secret')
    const standing = await standingOf(parts, secret)
    if (!standing || !(await linkTarget(parts, secret))) return nothingHere(c)
    return follow(parts, c, standing, secret, await confirm(parts, secret))
  })

  return app
}

const ranOut = (c: Context) => {
  const { words } = wordsOf(c)
  return c.html(sentencePage(words, words.linkVoid, null), 410)
}

/** On to the booking's page; where its time is gone, to the next ones. */
async function follow(parts: BookingWeb, c: Context, { booking }: Standing, secret: string, done: HandedIn) {
  if ('done' in done) {
    if (done.done === 'full') return c.html(sentencePage(wordsOf(c).words, wordsOf(c).words.full, null), 503)
    return done.done === 'void' ? ranOut(c) : c.redirect(`/book/status/${secret}`, 303)
  }
  const page = pageAt(parts.desk.context.policy(), booking.page)
  const kind = page && kindAt(page, booking.type)
  return page && kind ? showTimes(parts, c, { page, kind, instead: done.gone }, { zone: booking.zone }) : nothingHere(c)
}

function showOwn(
  parts: BookingWeb,
  c: Context,
  standing: Standing,
  filled: Filled = NOTHING_FILLED,
  status: 200 | 422 = 200,
) {
  const { words, locale } = wordsOf(c)
  const { booking } = standing
  const page = pageAt(parts.desk.context.policy(), booking.page)
  if (!page) return nothingHere(c)
  const kind = kindAt(page, booking.type) ?? { type: null, lengthMs: 0, pauseMs: 0 }
  const at = `/book/status/${c.req.param('secret')}`
  const times = pathTo(page, kind, { zone: booking.zone })
  return c.html(bookingPage({ standing, page, words, locale, at, times, filled }), status)
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const filledOf = (form: Record<string, unknown>): Filled & { fax: string } => ({
  name: cleanName(textOf(form.name)),
  email: textOf(form.email)
    .trim()
    .slice(0, LONGEST_ADDRESS + 1),
  note: cleanText(textOf(form.note), { maxLength: LONGEST_NOTE }).trim(),
  fax: textOf(form.fax),
  problem: null,
})

function checked(form: Filled & { fax: string }, words: Words): Visitor | { problem: string } {
  if (form.name === '') return { problem: words.nameMissing }
  if (form.email.length > LONGEST_ADDRESS || !email.safeParse(form.email).success) return { problem: words.emailWrong }
  if (form.fax !== '') return { problem: words.emptyFieldFilled }
  return { name: form.name, email: form.email.toLowerCase(), note: form.note === '' ? null : form.note }
}

function titleOf(parts: BookingWeb, { booking }: Standing, words: Words): string | null {
  const page = pageAt(parts.desk.context.policy(), booking.page)
  if (!page) return null
  const names = joined(
    page.people.map((person) => person.name),
    words,
  )
  return `${sayKind(booking, words)} ${words.with(names)}`
}

function letterOf(parts: BookingWeb, c: Context, standing: Standing, link: string): MailedLetter {
  const { words, locale } = wordsOf(c)
  const { context } = parts.desk
  const reader = { locale, zone: standing.booking.zone }
  const until = clockIn(context.clock.nowMs() + context.policy().booking.holdMs, reader)
  const what = titleOf(parts, standing, words) ?? ''
  const when = `${spanIn(standing, reader)} (${reader.zone})`
  return { subject: words.letterSubject(what), text: words.letter(what, when, link, until) }
}
