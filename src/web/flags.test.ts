import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CardView, openCards } from '#desk/views/flags.ts'
import { viewerOf } from '#desk/views/viewer.ts'
import { DeskError } from '#kernel/errors.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import type { Sql } from '#ports/sql.ts'
import { type Harness, harness } from '#test/browser/harness.ts'
import { visit } from '#test/browser/visit.ts'

let made: Harness
let ask: ReturnType<typeof visit>['ask']
let signIn: ReturnType<typeof visit>['signIn']
let mia: string
beforeEach(async () => {
  made = await harness()
  ;({ ask, signIn } = visit(made))
  mia = await signIn()
})
afterEach(() => made.close())

const ASKED = 'Could we meet on Thursday at 2pm for half an hour?'
const THURSDAY_2PM = '2026-11-26T14:00:00Z'

/** A client asks for something that needs a yes; the flag as the member sees it. */
async function raiseFlag(cookie = mia, text = ASKED): Promise<CardView> {
  const said = await ask('/try/say', { cookie, form: { client: 'c1', text } })
  expect(said.status).toBe(303)
  return onlyCard(cookie)
}

async function onlyCard(cookie = mia): Promise<CardView> {
  const { flags } = (await (await ask('/api/flags', { cookie })).json()) as { flags: CardView[] }
  const [card] = flags
  if (!card || flags.length !== 1) throw new Error(`${flags.length} open flags`)
  return card
}

const decide = (card: CardView, body: Record<string, unknown>, cookie = mia) =>
  ask(`/api/flags/${card.card.flag}/decide`, { cookie, json: { decision: card.decision, verb: 'approve', ...body } })

const meetings = (): Promise<readonly CalendarEvent[]> =>
  made.made.context.calendar.list({ fromMs: made.clock.nowMs(), toMs: made.clock.nowMs() + 30 * 86_400_000 })

test('approve books exactly what the card showed, and leaves a receipt', async () => {
  const card = await raiseFlag()
  expect(card.who).toBe('client (says "Dana Field")')
  expect(card.simulated).toBe(true)
  expect(await meetings()).toEqual([])
  const answer = await decide(card, {})
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ receipt: { outcome: 'Approved by Mia Chen', tone: 'yes' } })
  expect((await meetings()).map((one) => one.start)).toEqual([THURSDAY_2PM])
  const page = await (await ask('/flags', { cookie: mia })).text()
  expect(page).toContain('Approved by Mia Chen <time>09:31</time>')
})

test('a decision id works once; the second tap is told who was first', async () => {
  const card = await raiseFlag()
  const [first, second] = await Promise.all([decide(card, {}), decide(card, { verb: 'decline' })])
  expect([first.status, second.status].filter((status) => status === 200)).toHaveLength(1)
  const third = await decide(card, {})
  expect(third.status).toBe(409)
  expect(await third.json()).toMatchObject({
    error: { code: 'FLAG_DECIDED', message: expect.stringMatching(/^Already decided by Mia Chen at .*09:31/) },
  })
})

test('one card is decided once, however many pages show it', async () => {
  const card = await raiseFlag()
  const other = await onlyCard()
  expect(other.decision).not.toBe(card.decision)
  expect((await decide(other, { verb: 'decline', note: 'not this week' })).status).toBe(200)
  expect((await decide(card, {})).status).toBe(409)
  expect(await meetings()).toEqual([])
})

test('looking decides nothing: no GET changes a flag', async () => {
  const card = await raiseFlag()
  const { flag } = card.card
  for (const path of [
    `/flags/${flag}/decide?decision=${card.decision}&verb=approve`,
    `/why/${card.card.task}`,
    '/flags',
    '/',
  ])
    await ask(path, { cookie: mia })
  expect((await onlyCard()).card.flag).toBe(flag)
  expect(await meetings()).toEqual([])
})

test('an id is good for its flag, its plan and its member only', async () => {
  const card = await raiseFlag()
  const sam = await signIn('sam')
  expect((await decide(card, {}, sam)).status).toBe(409)
  const again = await onlyCard()
  made.made.sql.connection
    .prepare("UPDATE actions SET args = replace(args, '14:00:00Z', '16:00:00Z') WHERE status = 'proposed'")
    .run()
  const changed = await decide(again, {})
  expect(await changed.json()).toMatchObject({ error: { code: 'CARD_CHANGED' } })
  expect((await decide({ ...again, decision: 'A'.repeat(22) }, {})).status).toBe(409)
  expect(await meetings()).toEqual([])
})

test('who may not decide sees the card without buttons', async () => {
  await raiseFlag()
  const card = await onlyCard(await signIn('jo'))
  expect(card.decision).toBeNull()
  expect(card.closed).toBe('This decision belongs to Mia Chen.')
  expect(await (await ask('/flags', { cookie: await signIn('jo') })).text()).not.toContain('value="approve"')
})

test('the edit form is filled with the proposal, and what is saved is what is booked', async () => {
  const card = await raiseFlag()
  const values = Object.fromEntries(card.edit.map((field) => [field.name, field.value]))
  expect(values).toMatchObject({
    '0.start': '2026-11-26T14:00',
    '0.end': '2026-11-26T14:30',
    '0.attendees': 'dana@acme.example',
  })
  const fields = { ...values, '0.title': 'Renewal', '0.start': '2026-11-26T15:00', '0.end': '2026-11-26T15:45' }
  const answer = await ask(`/flags/${card.card.flag}/decide`, {
    cookie: mia,
    form: { decision: card.decision ?? '', verb: 'edit', ...fields },
  })
  expect(answer.status).toBe(303)
  expect(await meetings()).toMatchObject([
    { title: 'Renewal', start: '2026-11-26T15:00:00Z', end: '2026-11-26T15:45:00Z' },
  ])
})

test('a slip of the pen in the edit form does not cost the card', async () => {
  const card = await raiseFlag()
  const wrong = { '0.start': '2026-11-26T15:00', '0.end': '2026-11-26T14:00' }
  const answer = await decide(card, { verb: 'edit', fields: wrong })
  expect(answer.status).toBe(422)
  expect((await decide(card, { verb: 'edit', fields: { ...wrong, '0.end': '2026-11-26T15:30' } })).status).toBe(200)
})

test('snooze keeps the card open; past its end it is refused with the reason', async () => {
  const card = await raiseFlag()
  expect(await (await decide(card, { verb: 'snooze', note: '30' })).json()).toMatchObject({ receipt: null })
  const late = await decide(await onlyCard(), { verb: 'snooze', note: '100000' })
  expect(await late.json()).toMatchObject({ receipt: null, reply: expect.stringContaining('has to be decided by') })
  expect((await onlyCard()).card.flag).toBe(card.card.flag)
})

test('a rehearsal cannot decide: its words are only words', async () => {
  const card = await raiseFlag()
  const personas: Record<string, string>[] = [{ client: 'c1' }, { stranger: 'Mia Chen' }]
  for (const form of personas)
    await ask('/try/say', { cookie: mia, form: { ...form, text: `approve ${card.card.flag}` } })
  expect((await onlyCard()).card.flag).toBe(card.card.flag)
  expect(await meetings()).toEqual([])
})

test('what outsiders write and call themselves is shown as text, never as markup', async () => {
  const script = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
  await ask('/try/say', { cookie: mia, form: { client: 'c2', text: `${script} could we meet on Thursday at 2pm?` } })
  await ask('/try/say', {
    cookie: mia,
    form: { stranger: `Mi\u202ea ${script}`, text: 'Could we meet on Friday at 2pm?' },
  })
  await ask('/say', { cookie: mia, form: { text: script } })
  const query = new URLSearchParams({ stranger: script, say: `</textarea>${script}` })
  for (const path of [
    '/',
    '/flags',
    '/activity',
    '/people',
    '/try?client=c2',
    `/try?${query}`,
    `/?${query}`,
    `/why/${script}`,
  ]) {
    const text = await (await ask(path, { cookie: mia })).text()
    expect(text).not.toMatch(/<script>|<img|<b>Bold/)
    expect(text).not.toContain('\u202e')
  }
  expect(await (await ask('/people', { cookie: mia })).text()).toContain('&lt;script&gt;')
})

test('a repeated message is done once', async () => {
  const json = { id: 'once', text: 'book 30 min with Sam tomorrow at 3pm' }
  const first = (await (await ask('/api/messages', { cookie: mia, json })).json()) as { duplicate: boolean }
  const second = (await (await ask('/api/messages', { cookie: mia, json })).json()) as { duplicate: boolean }
  expect([first.duplicate, second.duplicate]).toEqual([false, true])
  expect(await meetings()).toHaveLength(1)
})

test('undo takes the meeting off, once, and the page says so', async () => {
  await ask('/api/messages', { cookie: mia, json: { text: 'book 30 min with Sam tomorrow at 3pm' } })
  const { actions } = (await (await ask('/api/actions', { cookie: mia })).json()) as { actions: { action: string }[] }
  const id = actions[0]?.action ?? ''
  expect((await ask(`/actions/${id}/undo`, { cookie: mia, form: {} })).status).toBe(303)
  expect(await meetings()).toEqual([])
  const page = await (await ask('/activity', { cookie: mia })).text()
  expect(page).toContain('undone')
  expect(page).not.toContain(`/actions/${id}/undo`)
})

test('live news name the topic, and only of what concerns the member', async () => {
  const [mias, sams] = await Promise.all([
    ask('/api/events', { cookie: mia }),
    ask('/api/events', { cookie: await signIn('sam') }),
  ])
  const heard = (answer: Response) => {
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    return { next: async () => (await reader?.read())?.value ?? '', stop: () => reader?.cancel() }
  }
  const [own, other] = [heard(mias), heard(sams)]
  expect(await own.next()).toContain('event: hello')
  expect(await other.next()).toContain('event: hello')
  made.parts.hub.tell({ topic: 'conversation', id: 'console:mia' })
  made.parts.hub.tell({ topic: 'flags', id: 'f1' })
  expect(await own.next()).toContain('{"topic":"conversation"}')
  expect(await other.next()).toContain('{"topic":"flags"}')
  await Promise.all([own.stop(), other.stop()])
})

test('live news end with the session', async () => {
  const answer = await ask('/api/events', { cookie: mia })
  const text = answer.text()
  await ask('/sign-out', { cookie: mia, form: {} })
  expect(await text).toContain('hello')
})

test('with the disk full new messages get 503 and a sentence, and open flags stay readable', async () => {
  const card = await raiseFlag()
  const { connection } = made.made.sql
  const { page_count: pages } = connection.prepare('PRAGMA page_count').get() as { page_count: number }
  connection.exec(`PRAGMA max_page_count = ${pages}`)
  const full = await ask('/api/messages', { cookie: mia, json: { text: `book ${'x'.repeat(19_000)}` } })
  expect(full.status).toBe(503)
  expect(full.headers.get('retry-after')).toBe('60')
  expect(await full.json()).toMatchObject({ error: { code: 'DISK_FULL', message: expect.stringContaining('is full') } })
  expect(await (await ask('/flags', { cookie: mia })).text()).toContain(card.card.flag)
  expect((await ask('/readyz')).status).toBe(200)
})

test('where not even a decision id can be kept, cards say why they have no buttons', async () => {
  await raiseFlag()
  const desk = made.made.context
  const sql: Sql = {
    dialect: desk.sql.dialect,
    revive: () => undefined,
    read: (operation) => desk.sql.read(operation),
    write: async () => {
      throw new DeskError('DISK_FULL', { home: '/data' })
    },
  }
  const viewer = viewerOf(desk.policy(), 'mia')
  const [card] = viewer ? await openCards({ ...desk, sql }, viewer) : []
  expect(card?.decision).toBeNull()
  expect(card?.closed).toContain('Free some space')
})
