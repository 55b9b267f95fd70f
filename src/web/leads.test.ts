import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, harness } from '#test/browser/harness.ts'
import { visit } from '#test/browser/visit.ts'

let made: Harness
let text: (path: string) => Promise<string>
beforeAll(async () => {
  made = await harness()
  const { ask, signIn } = visit(made)
  const cookie = await signIn()
  text = async (path) => (await ask(path, { cookie })).text()
})
afterAll(() => made.close())

const lead = async () => (await made.made.context.crm.list('lead'))[0]

test('leads stand by their band, a word by hand before the points', async () => {
  const page = await text('/leads')
  expect(page).toMatch(/Warm <span class="quieter">1<\/span>/)
  expect(page).toContain('82 points')
  expect(page).toContain('routed')
  expect(page).toContain('Sam Reed')
})

test('a lead says why it has its points, in its own words', async () => {
  const page = await text(`/leads/${(await lead())?.id}`)
  expect(page).toContain('82 points, hot')
  expect(page).toMatch(/headcount<\/th><td>20 of 20<\/td><td>“&lt;i&gt;40 people/)
  expect(page).toMatch(/region<\/th><td>5 of 10<\/td><td><span class="quieter">not known, so half/)
  expect(page).toMatch(/gibberish<\/th><td>-30<\/td>/)
  expect(page).toMatch(/Sam Reed said so .*know/)
})

test('what a lead wrote is text wherever it stands', async () => {
  const both = (await text('/leads')) + (await text(`/leads/${(await lead())?.id}`))
  expect(both).not.toMatch(/<script>alert|<img src=x|<b>Kite|<i>40/)
})

test('what was done to a lead is told with its reason', async () => {
  const { id } = (await lead()) ?? { id: '' }
  await made.made.desk.receive({
    id: 'm1',
    channel: 'console',
    conversation: 'console:mia',
    kind: 'message',
    from: { kind: 'member', id: 'mia' },
    text: '/lead pia@kite.example budget 9k',
    atMs: made.clock.nowMs(),
  })
  await made.made.desk.drain()
  const page = await text(`/leads/${id}`)
  expect(page).toMatch(/amount to 9,000 EUR/)
  expect(page).toMatch(/href="\/why\/t\w+\.0"/)
})

test('a lead that is not there is not found, and nobody sees leads without a session', async () => {
  const { ask, signIn } = visit(made)
  expect((await ask('/leads/nobody', { cookie: await signIn() })).status).toBe(404)
  expect((await ask('/leads')).status).toBe(401)
})

test('the metrics say how soon leads were answered', async () => {
  const page = await text('/metrics')
  expect(page).toContain('# TYPE nightdesk_speed_to_lead_seconds gauge')
  expect(page).toContain('nightdesk_leads_answered{window="today"} 0')
})
