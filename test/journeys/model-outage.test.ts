import { expect, test } from 'vitest'
import type { RulingDraft } from '#kernel/ruling.ts'
import { MONDAY, type ModelDesk, modelDesk } from '../harness/model/desk.ts'
import { answers } from '../harness/model/server.ts'

const good = answers.value(MONDAY)
const fault = answers.error(401, 'invalid_api_key')

const noticesOf = ({ composition }: Pick<ModelDesk, 'composition'>): string[] =>
  composition.sql.connection
    .prepare("select message from outbox where key like 'model-%' and channel = 'console' order by id")
    .all()
    .map((row) => (JSON.parse(String(row.message)) as { text: string }).text)

const book = (): RulingDraft => ({
  type: 'propose',
  actions: [
    {
      kind: 'calendar.create',
      because: 'asked',
      args: {
        event: {
          title: 'Call',
          start: '2026-11-24T14:00:00Z',
          end: '2026-11-24T14:30:00Z',
          zone: 'Europe/London',
          organizer: 'mia@northwind.example',
          attendees: [],
          shows: 'busy',
        },
      },
    },
  ],
})
const remind = (): RulingDraft => ({
  type: 'propose',
  actions: [
    {
      kind: 'reminder.create',
      because: 'asked',
      args: {
        atMs: Date.parse('2026-11-24T14:00:00Z'),
        text: 'call Jo',
        person: 'sam',
        conversation: 'main',
        channel: 'slack',
      },
    },
  ],
})

async function down(desk: ModelDesk): Promise<void> {
  for (let nth = 0; nth < 5; nth++) await desk.ask(`day ${nth}`)
  await expect.poll(() => noticesOf(desk).length).toBe(1)
}

test('after five failures in a minute nobody calls it any more; whoever is responsible hears of it once, with the fix and no secret', async () => {
  const desk = await modelDesk([fault])
  await down(desk)
  for (let nth = 0; nth < 7; nth++) expect(await desk.ask(`more ${nth}`)).toMatchObject({ ok: false, why: 'down' })
  expect(desk.server.requests).toHaveLength(5)
  expect(noticesOf(desk)).toEqual([expect.stringContaining('does not take OPENAI_API_KEY')])
  expect(desk.composition.context.models.trouble()).toBe('down')
})

test('while it is down the desk goes by its rules, and asks before it does what it would do by itself', async () => {
  const desk = await modelDesk([fault], { agent: { book, remind } })
  expect((await desk.start('sam', 'book')).tasks).toMatchObject([{ status: 'done' }])
  await down(desk)
  const careful = await desk.start('sam', 'book')
  expect(careful.tasks[0]?.status).toMatch(/^waiting/)
  expect(careful.tasks[0]?.actions).toMatchObject([{ rule: 'fixed: the model does not answer, so it is asked first' }])
  expect((await desk.start('sam', 'remind')).tasks).toMatchObject([{ status: 'done' }])
})

test('an outage outlives a restart and is not told again; that it is over is told once, and the desk acts by itself again', async () => {
  const first = await modelDesk([fault], { agent: { book } })
  await down(first)
  const { home } = first
  await first.close()
  const desk = await modelDesk([good], { agent: { book }, home })
  expect(desk.composition.context.models.trouble()).toBe('down')
  expect(await desk.ask()).toMatchObject({ ok: true })
  expect(await desk.ask('once more')).toMatchObject({ ok: true })
  expect(noticesOf(desk)).toEqual([
    expect.stringContaining('does not answer'),
    expect.stringContaining('answers again'),
  ])
  expect(desk.composition.context.models.trouble()).toBeNull()
  expect((await desk.start('sam', 'book')).tasks).toMatchObject([{ status: 'done' }])
})

test('a provider that refuses or talks nonsense is not down', async () => {
  const desk = await modelDesk([answers.refusal(), answers.text('Well, ...')])
  for (let nth = 0; nth < 8; nth++) await desk.ask(`day ${nth}`)
  expect(desk.composition.context.models.trouble()).toBeNull()
  expect(noticesOf(desk)).toEqual([])
})
