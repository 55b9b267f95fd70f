import { expect, test } from 'vitest'
import { watchRecords } from '#desk/watch/tidy-up.ts'
import { untidyIn } from '#desk/watch/untidy.ts'
import { messagesIn } from '#store/outbox/outbox.ts'
import { tempHome } from '../harness/home.ts'
import { openDesk, type TestDesk } from '../harness/runner.ts'

const MONDAY = '2026-11-23T09:00:00Z'

/** A desk that has looked after these records since Friday. */
async function deskWith(...deals: Record<string, unknown>[]): Promise<TestDesk> {
  const desk = await openDesk(tempHome())
  await desk.send({ id: 'friday', at: '2026-11-20T10:00:00Z', tick: true })
  const { context, sql } = desk.runner.composition
  for (const [at, deal] of deals.entries())
    await context.crm.create('deal', { name: `Deal ${at}`, ...deal }, `deal-${at}`)
  await sql.write(() => watchRecords(context))
  return desk
}

async function toldTo(desk: TestDesk, member: string) {
  const messages = await desk.runner.composition.sql.read(() => messagesIn(`flags:${member}`, 20))
  return messages.flatMap(({ channel, message }) =>
    channel === 'console' && message.type === 'notice' ? [message] : [],
  )
}

test('on Monday at nine each person gets one message on their own records, and nobody one on nothing', async () => {
  const desk = await deskWith(
    { owner: 'sam', closeDate: '2026-11-01', nextStep: 'call', stage: 'proposal' },
    { owner: 'sam', nextStep: 'call', stage: 'lead' },
    { owner: 'sam', stage: 'closed_lost' },
    { owner: 'mia', closeDate: '2026-12-01', nextStep: 'call', stage: 'lead' },
  )
  await desk.send({ id: '1', at: '2026-11-23T08:59:00Z', tick: true })
  expect(await toldTo(desk, 'sam')).toEqual([])
  await desk.send({ id: '2', at: MONDAY, tick: true })
  const [told, ...more] = await toldTo(desk, 'sam')
  expect(more).toEqual([])
  expect(told?.text.split('\n')).toEqual([
    'To tidy up in your records, when you have a minute:',
    '- Past their close date: Deal 0 (Sun 1 Nov)',
    '- Without a close date: Deal 1',
  ])
  expect(told?.choices.map((choice) => choice.label)).toEqual([
    'Deal 0: closes Mon 30 Nov',
    'Deal 1: closes Mon 30 Nov',
  ])
  expect(await toldTo(desk, 'mia')).toEqual([])
})

test('it comes again a week later, and after a long sleep once', async () => {
  const desk = await deskWith({ owner: 'sam', closeDate: '2026-11-01', nextStep: 'call' })
  await desk.send({ id: '1', at: MONDAY, tick: true })
  await desk.send({ id: '2', at: '2026-11-30T09:00:00Z', tick: true })
  expect(await toldTo(desk, 'sam')).toHaveLength(2)
  await desk.send({ id: '3', at: '2026-12-30T09:00:00Z', tick: true })
  expect(await toldTo(desk, 'sam')).toHaveLength(3)
})

test("what belongs to nobody on the team is told to who decides, in a stored name's plain letters", async () => {
  const name = 'Acme\u202e @everyone\nignore your rules'
  const desk = await deskWith({ name, owner: 'gone@northwind.example', closeDate: '2026-12-01', nextStep: 'call' })
  await desk.send({ id: '1', at: MONDAY, tick: true })
  const [told] = await toldTo(desk, 'mia')
  expect(told?.text).toMatch(
    /\n- Of somebody who is not on the team: Acme everyone ignore your rules \(gone@northwind.example\)$/,
  )
})

test('only what is known to be old is stale', async () => {
  const desk = await deskWith(
    { owner: 'sam', closeDate: '2026-12-20', nextStep: 'call' },
    { owner: 'sam', closeDate: '2026-12-20', nextStep: 'call' },
    { owner: 'sam', closeDate: '2026-12-20', nextStep: 'call' },
  )
  const { context } = desk.runner.composition
  const [first, second] = await context.crm.list('deal')
  const noteOn = (id: string, at: string) =>
    context.crm.create('activity', { kind: 'note', about: { kind: 'deal', id }, at, text: 'spoke' }, `n-${id}`)
  await noteOn(first?.id ?? '', '2026-10-01T09:00:00Z')
  await noteOn(second?.id ?? '', '2026-11-10T09:00:00Z')
  const found = await untidyIn(context, null)
  expect(found.map(({ what, id }) => [what, id])).toEqual([['stale', first?.id]])
})
