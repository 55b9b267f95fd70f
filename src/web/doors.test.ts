import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookingWeb } from '#app/booking-web.ts'
import { formsWeb } from '#app/forms-web.ts'
import { type Harness, harness } from '#test/browser/harness.ts'
import { visit } from '#test/browser/visit.ts'
import { publicApp } from './public-app.ts'

let made: Harness
let ask: ReturnType<typeof visit>['ask']
let signIn: ReturnType<typeof visit>['signIn']
beforeAll(async () => {
  made = await harness()
  ;({ ask, signIn } = visit(made))
})
afterAll(() => made.close())

test('a sign-in link is looked at freely and used once', async () => {
  const path = await made.link()
  for (let look = 0; look < 3; look++) {
    const page = await ask(path)
    expect(page.status).toBe(200)
    expect(page.headers.get('set-cookie')).toBeNull()
    expect(await page.text()).toContain('Continue as Mia Chen')
  }
  const used = await ask(path, { form: {} })
  expect(used.status).toBe(303)
  expect(used.headers.get('set-cookie')).toMatch(/^nightdesk_4040=[\w-]{43}; .*HttpOnly; SameSite=Strict$/)
  const again = await ask(path, { form: {} })
  expect(again.status).toBe(410)
  expect(again.headers.get('set-cookie')).toBeNull()
})

test('a sign-in link runs out after a day', async () => {
  const path = await made.link()
  const nowMs = made.clock.nowMs()
  made.clock.set(nowMs + 86_400_001)
  expect((await ask(path, { form: {} })).status).toBe(410)
  made.clock.set(nowMs)
})

test('sign-in links and sessions are kept as hashes only', async () => {
  const path = await made.link()
  const cookie = await signIn()
  const kept = JSON.stringify(made.made.sql.connection.prepare('SELECT * FROM tokens').all())
  expect(kept).not.toContain(path.split('/').at(-1))
  expect(kept).not.toContain(cookie.split('=')[1])
})

test.each([
  '/',
  '/flags',
  '/activity',
  '/calendar',
  '/people',
  '/try',
  '/api/flags',
  '/api/events',
  '/api/calendar.ics',
])('%s is closed without a session, and to a guessed one', async (path) => {
  expect((await ask(path)).status).toBe(401)
  expect((await ask(path, { cookie: `nightdesk_4040=${'A'.repeat(43)}` })).status).toBe(401)
})

test('a session ends with sign-out', async () => {
  const cookie = await signIn()
  expect((await ask('/flags', { cookie })).status).toBe(200)
  expect((await ask('/sign-out', { cookie, form: {} })).status).toBe(303)
  expect((await ask('/flags', { cookie })).status).toBe(401)
})

test.each(['evil.example', 'evil.example:4040', 'localhost.evil.example', '', '127.0.0.1.nip.io:4040'])(
  'a request for the name "%s" is refused',
  async (host) => {
    const cookie = await signIn()
    for (const path of ['/', '/metrics', '/api/flags'])
      expect((await ask(path, { cookie, headers: { host } })).status).toBe(421)
  },
)

test.each(['localhost:4040', '127.0.0.1:9', '[::1]:4040', 'DESK.lan'])(
  'a request for the name "%s" is let in',
  async (host) => {
    expect((await ask('/metrics', { headers: { host } })).status).toBe(200)
  },
)

test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['another port of this machine', { origin: 'http://localhost:3000' }],
  ['an opaque origin', { origin: 'null' }],
  ['no origin, from another site', { origin: '', 'sec-fetch-site': 'cross-site' }],
  ['no origin, from a sibling site', { origin: '', 'sec-fetch-site': 'same-site' }],
  ['no origin, typed into the address bar', { origin: '', 'sec-fetch-site': 'none' }],
  ['neither header', { origin: '' }],
])('a write with %s is refused and does nothing', async (_name, headers) => {
  const cookie = await signIn()
  const before = await (await ask('/api/messages', { cookie })).text()
  for (const path of [
    '/say',
    '/theme',
    '/sign-out',
    '/flags/f1/decide',
    '/actions/a/undo',
    '/people/sam/link',
    '/setup',
  ])
    expect((await ask(path, { cookie, headers, form: { text: 'book 30 min with Sam tomorrow at 3pm' } })).status).toBe(
      403,
    )
  expect((await ask('/api/messages', { cookie, headers, json: { text: 'hi' } })).status).toBe(403)
  expect(await (await ask('/api/messages', { cookie })).text()).toBe(before)
})

test('a write without Origin from the own page is let through', async () => {
  const cookie = await signIn()
  const headers = { origin: '', 'sec-fetch-site': 'same-origin' }
  expect((await ask('/theme', { cookie, headers, form: { theme: 'dark' } })).status).toBe(303)
})

test.each<Record<string, string>>([{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])(
  'live news and the API are refused to another site: %o',
  async (headers) => {
    const cookie = await signIn()
    expect((await ask('/api/events', { cookie, headers })).status).toBe(403)
    expect((await ask('/api/flags', { cookie, headers })).status).toBe(403)
  },
)

test('too large a body is refused with a sentence', async () => {
  const cookie = await signIn()
  const answer = await ask('/api/messages', { cookie, json: { text: 'x'.repeat(300_000) } })
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ error: { code: 'BODY_TOO_LARGE' } })
})

test.each([
  ['no JSON', { 'content-type': 'text/plain' }, { text: 'hi' }],
  ['no text', {}, { id: 'x' }],
  ['no object', {}, 'hi'],
])('a message with %s answers one clear sentence', async (_name, headers, json) => {
  const cookie = await signIn()
  const answer = await ask('/api/messages', { cookie, headers, json })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ error: { code: 'USAGE', message: expect.any(String) } })
})

test('every page forbids inline scripts, framing and storing', async () => {
  const cookie = await signIn()
  const page = await ask('/', { cookie })
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(page.headers.get('cache-control')).toBe('no-store')
  const text = await page.text()
  expect(text).not.toMatch(/<script(?![^>]*\bsrc=)/)
  expect(text).not.toMatch(/\son\w+=|\sstyle=/)
})

test('an unknown path is a page of its own, and says so to programs', async () => {
  const cookie = await signIn()
  expect((await ask('/nothing', { cookie })).status).toBe(404)
  expect(await (await ask('/api/nothing', { cookie })).json()).toMatchObject({ error: { code: 'NOT_FOUND' } })
})

test('only an approver makes sign-in links for others, and it is in the audit', async () => {
  expect((await ask('/people/mia/link', { cookie: await signIn('sam'), form: {} })).status).toBe(403)
  const page = await ask('/people/sam/link', { cookie: await signIn(), form: {} })
  expect(page.status).toBe(201)
  const secret = /\/sign-in\/([\w-]{43})/.exec(await page.text())?.[1] ?? ''
  expect(await (await ask(`/sign-in/${secret}`)).text()).toContain('Continue as Sam Reed')
  const audit = made.made.sql.connection
    .prepare('SELECT payload FROM audit_payloads WHERE payload LIKE \'%"by":"mia"%\'')
    .all()
  expect(audit).toHaveLength(1)
})

test('who sets an empty home up goes on as the first approver of its team, and nobody sets it up twice', async () => {
  const own = await harness()
  const at = visit(own)
  own.setup.now = 'empty'
  own.adopt(
    'version: 1\ncompany: {name: X, timezone: Europe/London}\npeople: [{id: owner, name: You, roles: [founder]}]\n',
  )
  const owner = await at.signIn('owner')
  expect(await (await at.ask('/', { cookie: owner })).text()).toContain('Try with the demo team')
  const started = await at.ask('/setup', { cookie: owner, form: { mode: 'demo' } })
  const cookie = started.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(await (await at.ask('/', { cookie })).text()).toContain('Ada Byron')
  expect((await at.ask('/', { cookie: owner })).status).toBe(401)
  expect((await at.ask('/setup', { cookie: await at.signIn('mia'), form: { mode: 'real' } })).status).toBe(403)
  expect((await at.ask('/setup', { cookie, form: { mode: 'demo' } })).status).toBe(403)
  expect((await at.ask('/setup', { cookie, form: { mode: 'real' } })).status).toBe(303)
  expect((await at.ask('/setup', { cookie, form: { mode: 'real' } })).status).toBe(403)
  expect(own.setup.calls).toEqual(['demo', 'real'])
  await own.close()
})

test('a member who left the policy is out at once', async () => {
  const own = await harness()
  const at = visit(own)
  const cookie = await at.signIn('sam')
  expect((await at.ask('/flags', { cookie })).status).toBe(200)
  own.adopt('version: 1\ncompany: {name: X, timezone: Europe/London}\npeople: [{id: mia, name: Mia}]\n')
  expect((await at.ask('/flags', { cookie })).status).toBe(401)
  await own.close()
})

test("a feed address is shown once, is its maker's own, and can be taken back", async () => {
  const mia = await signIn('mia')
  const page = await ask('/calendar/feeds', { cookie: mia, form: { mode: 'busy' } })
  expect(page.status).toBe(201)
  const secret = /https:\/\/desk\.example\/feed\/([0-9a-v]{32})\.ics/.exec(await page.text())?.[1] ?? ''
  expect(secret).not.toBe('')
  const [feed] = await made.parts.feeds.list('mia')
  expect(feed?.hash).not.toContain(secret)
  expect(await (await ask('/calendar', { cookie: mia })).text()).not.toContain(secret)
  const sam = await signIn('sam')
  expect((await ask(`/calendar/feeds/${feed?.hash}/revoke`, { cookie: sam, form: {} })).status).toBe(404)
  expect((await ask(`/calendar/feeds/${feed?.hash}/revoke`, { cookie: mia, form: {} })).status).toBe(303)
  expect(await made.parts.feeds.list('mia')).toEqual([])
})

test('a member finds the addresses of their own booking pages, and nobody else’s', async () => {
  const own = await harness()
  own.adopt(
    'version: 1\ncompany: {name: X, timezone: Europe/London}\npeople: [{id: mia, name: Mia Chen}, {id: sam, name: Sam Reed}]\nbooking: {pages: {team: {people: [sam, mia]}, mia: {people: [mia]}}}\n',
  )
  const at = visit(own)
  const page = await (await at.ask('/calendar', { cookie: await at.signIn('mia') })).text()
  expect(page).toContain('value="https://desk.example/book/mia"')
  expect(page).toMatch(/You with Sam Reed[\s\S]*book\/team/)
  const sams = await (await at.ask('/calendar', { cookie: await at.signIn('sam') })).text()
  expect(sams).not.toContain('/book/mia')
  await own.close()
})

test('the public port serves feeds and a sign of life, and nothing of the console', async () => {
  const app = publicApp({
    booking: bookingWeb(made.made, made.parts.hub, () => 'https://desk.example'),
    forms: formsWeb(made.made, { hub: made.parts.hub, base: () => 'https://desk.example' }),
    feed: async (token) => (token === 'good' ? 'BEGIN:VCALENDAR' : null),
  })
  const status = async (path: string, method = 'GET') =>
    (await app.request(`http://desk.example${path}`, { method })).status
  expect(await status('/healthz')).toBe(200)
  expect(await status('/feed/good.ics')).toBe(200)
  expect(await status('/feed/bad.ics')).toBe(404)
  for (const path of [
    '/',
    '/flags',
    '/metrics',
    '/readyz',
    '/api/flags',
    '/sign-in/x',
    '/feed/',
    '/feed/good',
    '/assets/x/console.css',
  ])
    expect(await status(path)).toBe(404)
  expect(await status('/say', 'POST')).toBe(404)
  expect(await status('/feed/good.ics', 'POST')).toBe(404)
})

test('what a provider posts reaches its channel, as the object that it is', async () => {
  class Posted {
    readonly name = 'posted'
    readonly #status = 202
    async hook(): Promise<Response> {
      return new Response(null, { status: this.#status })
    }
  }
  const app = publicApp({
    booking: bookingWeb(made.made, made.parts.hub, () => 'https://desk.example'),
    forms: formsWeb(made.made, { hub: made.parts.hub, base: () => 'https://desk.example' }),
    feed: async () => null,
    channels: [new Posted()],
  })
  expect((await app.request('http://desk.example/hooks/posted', { method: 'POST' })).status).toBe(202)
  expect((await app.request('http://desk.example/hooks/other', { method: 'POST' })).status).not.toBe(202)
})
