import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DraftInput, RecordKind } from '#kernel/record.ts'
import { type Harness, harness } from '#test/browser/harness.ts'
import { visit } from '#test/browser/visit.ts'

let made: Harness
let ask: ReturnType<typeof visit>['ask']
let mia: string
beforeEach(async () => {
  made = await harness()
  const visited = visit(made)
  ask = visited.ask
  mia = await visited.signIn()
})
afterEach(() => made.close())

const page = async (path: string): Promise<string> => (await ask(path, { cookie: mia })).text()
const say = (text: string) => ask('/say', { cookie: mia, form: { text } })
let made0 = 0
const keep = async <K extends RecordKind>(kind: K, draft: DraftInput<K>): Promise<string> =>
  (await made.made.context.crm.create(kind, draft, `test${made0++}`)).id

const HOSTILE = '<img src="https://evil.example/p.gif"><script>alert(1)</script> \u202Eevil'

test('records are listed by name, a page at a time, and found by words in every kind', async () => {
  for (let at = 0; at < 60; at++) await keep('account', { name: `Firm ${String(at).padStart(2, '0')}` })
  await keep('deal', {
    name: 'Web shop',
    company: 'Globex',
    amountMinor: 2_400_000,
    currency: 'EUR',
    stage: 'proposal',
  })
  const first = await page('/records')
  expect(first).toMatch(/Firm 00[\s\S]*Firm 49[\s\S]*Page 1 of 2/)
  expect(first).not.toContain('Firm 50')
  expect(await page('/records?kind=account&page=2')).toMatch(/Firm 50[\s\S]*Firm 59[\s\S]*Page 2 of 2/)
  expect(await page('/records?kind=account&page=99')).toContain('Page 2 of 2')
  expect(await page('/records?words=globex')).toMatch(/Deals found[\s\S]*Web shop[\s\S]*24,000 EUR[\s\S]*proposal/)
  expect(await page('/records?words=nothingatall')).toContain('Nothing on file resembles these words')
})

test('an empty list says what to do', async () => {
  expect(await page('/records?kind=deal')).toMatch(/No deals yet[\s\S]*tell the <a href="\/">desk/)
})

test('a record shows its fields, what it hangs together with, and what was noted', async () => {
  const account = await keep('account', {
    name: 'Globex',
    domains: ['globex.example'],
    owner: 'sam',
    custom: { Tier: 'gold' },
  })
  const contact = await keep('contact', { name: 'Jo Park', company: 'GLOBEX' })
  const deal = await keep('deal', { name: 'Web shop', account, contact, amountMinor: 2_400_000, currency: 'EUR' })
  const about = { kind: 'deal', id: deal } as const
  await keep('activity', { kind: 'note', about, at: '2026-11-20T10:00:00Z', text: 'They like it', by: 'mia' })
  await keep('activity', {
    kind: 'task',
    about,
    at: '2026-11-21T10:00:00Z',
    text: 'Call them',
    owner: 'sam',
    due: '2026-11-27',
  })
  expect(await page(`/records/account?id=${account}`)).toMatch(
    /globex\.example[\s\S]*Sam Reed[\s\S]*Tier[\s\S]*gold[\s\S]*Jo Park[\s\S]*Web shop/,
  )
  expect(await page(`/records/contact?id=${contact}`)).toMatch(/Belongs together[\s\S]*Globex[\s\S]*Web shop/)
  expect(await page(`/records/deal?id=${deal}`)).toMatch(
    /24,000 EUR[\s\S]*Globex[\s\S]*Jo Park[\s\S]*Call them[\s\S]*due [^<]*27 Nov, for Sam Reed[\s\S]*They like it/,
  )
})

test('what the desk changed is told field by field with who asked and their words, and is taken back', async () => {
  const deal = await keep('deal', {
    name: 'Web shop',
    stage: 'lead',
    amountMinor: 500_000,
    currency: 'EUR',
    closeDate: '2027-03-31',
  })
  await say('move Web shop to proposal')
  const before = await page(`/records/deal?id=${deal}`)
  expect(before).toMatch(/Mia Chen asked[\s\S]*“move Web shop to proposal”[\s\S]*Stage[\s\S]*lead[\s\S]*proposal/)
  const action = /\/actions\/([^/]+)\/undo/.exec(before)?.[1]
  expect((await ask(`/actions/${action}/undo`, { cookie: mia, form: {} })).status).toBe(303)
  expect(await made.made.context.crm.get('deal', deal)).toMatchObject({ stage: 'lead' })
  const after = await page(`/records/deal?id=${deal}`)
  expect(after).toContain('undone')
  expect(after).not.toContain(`/actions/${action}/undo`)
})

test('what a record says is text: nothing of it is run, fetched or followed', async () => {
  const account = await keep('account', {
    name: HOSTILE,
    domains: [HOSTILE],
    notes: HOSTILE,
    custom: { [HOSTILE]: HOSTILE },
  })
  const contact = await keep('contact', { name: HOSTILE, company: HOSTILE, status: HOSTILE, owner: HOSTILE })
  const deal = await keep('deal', { name: HOSTILE, account, contact, stage: HOSTILE, nextStep: HOSTILE })
  await keep('activity', {
    kind: 'note',
    about: { kind: 'deal', id: deal },
    at: '2026-11-20T10:00:00Z',
    text: HOSTILE,
    by: HOSTILE,
  })
  const paths = ['account', 'contact', 'deal'].map((kind) => `/records?kind=${kind}`)
  paths.push(`/records/account?id=${account}`, `/records/contact?id=${contact}`, `/records/deal?id=${deal}`)
  paths.push(`/records?words=${encodeURIComponent('"><script>alert(1)</script>')}`)
  for (const path of paths) {
    const text = await page(path)
    expect([path, text]).toEqual([path, expect.stringContaining('&lt;script&gt;alert(1)')])
    expect(text).not.toMatch(/<img|<script>alert|\u202E/)
  }
})

test('nobody without a session sees records, and a record there is not is not found', async () => {
  const account = await keep('account', { name: 'Globex' })
  for (const path of ['/records', '/records?words=globex', `/records/account?id=${account}`])
    expect(await (await ask(path)).text()).not.toContain('Globex')
  for (const path of ['/records/account?id=none', '/records/deal', '/records/lead?id=x'])
    expect((await ask(path, { cookie: mia })).status).toBe(404)
})

test('a person shows by which ways they can be written to, and who says that they agreed', async () => {
  const contact = await keep('contact', { name: HOSTILE, emails: ['pia@acme.example'], company: 'Acme' })
  const nothing = await page(`/records/contact?id=${contact}`)
  expect(nothing).toMatch(/Ways to write to them[\s\S]*Nothing that sends reaches them/)
  expect(nothing).not.toContain('<img src')
  expect(await page(`/records/account?id=${await keep('account', { name: 'Acme' })}`)).not.toContain('Ways to write')
})
