import { expect, test } from 'vitest'
import { parsePolicy } from '#policy/policy.ts'
import { bookingDesk, JO, ORIGIN, POLICY, startsIn, take, visitIn } from '#test/harness/booking.ts'

const PAGE = '/book/mia/discovery'
const THURSDAY_10 = '2026-11-26T10:00:00Z'

/** A page without what is different for every visitor or every set of times. */
const rest = (page: string): string =>
  page
    .replace(/name="visit" value="[^"]*"/g, '')
    .replace(/<section class="book-day"[\s\S]*?<\/section>/g, '')
    .replace(/<nav class="book-turn"[\s\S]*?<\/nav>/, '')
    .replace(/\s+/g, ' ')

test('why a time is not to be had cannot be told: busy, protected, off, on holiday and held look alike', async () => {
  const free = await bookingDesk()
  const reference = rest(await free.visitor().text(PAGE))
  const thursday = (page: string) => startsIn(page).filter((start) => start.startsWith('2026-11-26'))
  expect(thursday(await free.visitor().text(PAGE))).toContain(THURSDAY_10)

  const busy = await bookingDesk()
  await busy.say('book 30 min with Sam on Thursday at 10am about redundancies')
  const held = await bookingDesk()
  await take(held.visitor('198.51.100.1'), PAGE, THURSDAY_10)
  const guarded = await bookingDesk({ policy: POLICY.replace('days: tue', 'days: "tue, thu"') })
  const off = await bookingDesk({
    policy: POLICY.replace('{mon-fri: "09:00-17:00"}, lunch', '{mon-wed: "09:00-17:00"}, lunch'),
  })
  const away = await bookingDesk()
  await away.say('block Thursday for vacation')
  await away.say('book anyway')
  const full = await bookingDesk({ policy: POLICY.replace('lunch:', 'max_meetings_per_day: 1, lunch:') })
  await full.say('book 30 min with Sam on Thursday at 2pm')

  for (const [why, desk] of Object.entries({ busy, held, guarded, off, away, full })) {
    const answer = await desk.visitor('198.51.100.2').ask(PAGE)
    const page = await answer.text()
    expect([why, thursday(page).includes(THURSDAY_10)]).toEqual([why, false])
    expect([why, rest(page) === reference]).toEqual([why, true])
    const refused = await desk.visitor('198.51.100.3').ask(PAGE, { form: { start: THURSDAY_10 } })
    expect([why, refused.status]).toEqual([why, 409])
    expect(rest(await refused.text())).toContain('That time was just taken.')
    expect(/redundancies|vacation|Sam Reed/i.test(page)).toBe(false)
  }
})

test('only times that are offered can be held, whatever a form says', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  for (const start of [
    '2026-11-26T10:07:00Z',
    '2026-11-26T12:45:00Z',
    '2026-11-24T10:00:00Z',
    '2026-11-28T10:00:00Z',
    '2026-11-23T09:30:00Z',
    '2027-03-01T10:00:00Z',
    '2020-01-01T10:00:00Z',
  ])
    expect([start, (await jo.ask(PAGE, { form: { start } })).status]).toEqual([start, 409])
  expect((await jo.ask(PAGE, { form: { start: 'now' } })).status).toBe(303)
  expect(desk.made.sql.connection.prepare('SELECT count(*) AS n FROM holds').get()).toEqual({ n: 0 })
})

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['another port', { origin: 'https://book.example:8443' }],
  ['an opaque origin', { origin: 'null' }],
  ['no origin, from elsewhere', { origin: '', 'sec-fetch-site': 'cross-site' }],
  ['neither header', { origin: '' }],
])('a write from %s does nothing', async (_name, headers) => {
  const desk = await bookingDesk({ mail: true })
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  for (const path of [PAGE, own, `${own}/cancel`, '/book/confirm/x'])
    expect((await jo.ask(path, { headers, form: { ...JO, start: '2026-11-27T10:00:00Z' } })).status).toBe(403)
  expect(desk.mail).toEqual([])
  expect(await jo.text(own)).toContain('Almost done')
})

test('looking holds, books and confirms nothing, however it is done', async () => {
  const desk = await bookingDesk({ mail: true })
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  await jo.ask(own, { form: JO })
  await desk.made.desk.drain()
  const link =
    /https:\S+/.exec(JSON.stringify(desk.mail[0]?.message))?.[0]?.replace(ORIGIN, '').replace(/\\n.*/, '') ?? ''
  const preview = desk.visitor('198.51.100.80')
  for (const path of [PAGE, `${PAGE}?start=${THURSDAY_10}`, own, `${own}/cancel`, link])
    for (const method of ['GET', 'HEAD']) {
      const answer = await preview.ask(path, { method })
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  expect(desk.made.sql.connection.prepare('SELECT state FROM bookings').all()).toEqual([{ state: 'mailed' }])
  expect(await desk.flags()).toEqual([])
})

test('bookings, links and visitors are kept as hashes; guessing finds nothing, and not for long', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const visit = visitIn(await jo.text(PAGE))
  const own = await take(jo, PAGE, THURSDAY_10)
  const kept = JSON.stringify([
    desk.made.sql.connection.prepare('SELECT * FROM bookings').all(),
    desk.made.sql.connection.prepare('SELECT * FROM holds').all(),
  ])
  expect(visit).toMatch(/^[\w-]{22}$/)
  expect(kept).not.toContain(own.split('/').at(-1))
  expect(kept).not.toContain(visit)
  const guesser = desk.visitor('198.51.100.66')
  const seen = new Set<number>()
  for (let guess = 0; guess < 100; guess++)
    seen.add((await guesser.ask(`/book/status/${'0'.repeat(30)}${guess.toString(32).padStart(2, '0')}`)).status)
  expect([...seen]).toEqual([404, 429])
  expect((await jo.ask(own)).status).toBe(200)
})

test('too many holds from one network are refused with a time to wait; others go on', async () => {
  const desk = await bookingDesk()
  const statuses: number[] = []
  for (let nth = 0; nth < 22; nth++) {
    const bot = desk.visitor(`2001:db8:1:2::${nth}`)
    statuses.push((await bot.ask(PAGE, { form: { start: THURSDAY_10 } })).status)
  }
  expect(statuses.slice(-2)).toEqual([429, 429])
  const refused = await desk.visitor('2001:db8:1:2::ffff').ask(PAGE, { form: { start: THURSDAY_10 } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await desk.visitor('2001:db8:1:3::1').ask(PAGE, { form: { start: '2026-11-27T10:00:00Z' } })).status).toBe(
    303,
  )
  desk.clock.set(desk.clock.nowMs() + 600_000)
  expect((await desk.visitor('2001:db8:1:2::1').ask(PAGE, { form: { start: THURSDAY_10 } })).status).toBe(303)
})

test('every page forbids foreign and inline code, framing and storing, and names nobody to search engines', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  for (const path of ['/book/team', PAGE, own, '/book/nothing']) {
    const answer = await jo.ask(path)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/)
    expect(text).toContain('noindex')
  }
  expect((await jo.ask(PAGE, { form: { start: 'x'.repeat(20_000) } })).status).toBe(413)
})

test('what visitors write is shown as text to everybody', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  await jo.ask(own, { form: { ...JO, name: '<script>alert(1)</script> Jo‮', note: '"><img src=x>' } })
  const [flag] = await desk.flags()
  expect(flag?.body.headline).toContain('<script>alert(1)</script> Jo')
  expect(flag?.body.headline).not.toContain('‮')
  expect(await jo.text(own)).not.toContain('<script>alert')
  for (const path of [`${PAGE}?zone="><script>`, `${PAGE}?on="><script>`, `${PAGE}?part="><script>`, '/book/<script>'])
    expect(await jo.text(path)).not.toContain('"><script>')
})

test.each(['status', 'confirm', 'assets'])('no page may be called %s: the desk’s own addresses are', (slug) => {
  expect(() => parsePolicy(POLICY.replace('    plain:', `    ${slug}:`), { file: 'policy.yaml' })).toThrow(
    /none of status/,
  )
})

test('a page the policy takes away is gone at once, and so is a member who left', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  desk.adopt(POLICY.replace('    mia: {people: [mia], types: [discovery]}\n', ''))
  expect((await jo.ask(PAGE)).status).toBe(404)
  expect((await jo.ask(own)).status).toBe(404)
  expect((await jo.ask(own, { form: JO })).status).toBe(404)
  expect(await desk.flags()).toEqual([])
  for (const path of ['/book/constructor', '/book/__proto__', '/book/mia/constructor', '/book/', '/book'])
    expect([path, (await jo.ask(path)).status]).toEqual([path, 404])
})
