import { expect, test } from 'vitest'
import { knowContacts } from '../harness/contacts.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

const AT = '2026-11-23T09:00:00Z'
const jo: Line['from'] = { kind: 'client', id: 'c1', name: 'Jo Park', email: 'jo@acme.io' }
const pat: Line['from'] = { kind: 'client', id: 'c2', name: 'Pat Lim', email: 'pat@zeta.io' }
const mia: Line['from'] = { kind: 'member', id: 'mia' }
const ASK = 'can we meet with Mia on Thursday afternoon?'

/** A desk that has the two clients on file, so that the policy lets them book without a yes. */
async function deskWithClients(): Promise<TestDesk> {
  const desk = await openDesk(tempHome())
  await knowContacts(desk, 'c1,Jo Park,jo@acme.io', 'c2,Pat Lim,pat@zeta.io')
  return desk
}

/** The times a result offers, as the values of its choices. */
async function offered(desk: TestDesk, line: Line): Promise<string[]> {
  const { tasks } = await desk.send(line)
  return (tasks[0]?.question?.choices ?? []).map((choice) => choice.value)
}

const overlap = (a: string, b: string): boolean => {
  const [from = '', to = ''] = a.split('/')
  const [start = '', end = ''] = b.split('/')
  return from < end && start < to
}

test('what one client is offered is not offered to the next until it runs out', async () => {
  const desk = await deskWithClients()
  const first = await offered(desk, { id: '1', at: AT, from: jo, text: ASK })
  const second = await offered(desk, { id: '2', at: AT, from: pat, text: ASK })
  expect(first).toHaveLength(3)
  expect(second.length).toBeGreaterThan(0)
  for (const time of second) expect(first.some((other) => overlap(time, other))).toBe(false)
  const dayLater = await offered(desk, { id: '3', at: '2026-11-24T09:01:00Z', from: pat, text: ASK })
  expect(dayLater).toEqual(first)
})

test('who asks twice is offered the same again, and keeps one offer only', async () => {
  const desk = await deskWithClients()
  const first = await offered(desk, { id: '1', at: AT, from: jo, text: ASK })
  expect(await offered(desk, { id: '2', at: AT, from: jo, text: ASK })).toEqual(first)
  await desk.send({ id: '3', at: AT, from: jo, text: '1' })
  const second = await offered(desk, { id: '4', at: AT, from: pat, text: ASK })
  // Jo's choice is booked, the others are free again.
  expect(second.some((time) => overlap(time, first[0] ?? ''))).toBe(false)
  expect(second).toContain(first[1])
})

test('a time that ran out and was taken is said to be gone, with two others', async () => {
  const desk = await deskWithClients()
  const [time = ''] = await offered(desk, { id: '1', at: AT, from: jo, text: ASK })
  const { local } = desk.runner.composition
  await desk.send({
    id: '2',
    at: '2026-11-25T09:00:00Z',
    from: mia,
    text: `book 30 min with Sam on Thursday at ${time.slice(11, 16)}`,
  })
  expect((await local.records()).calendar).toHaveLength(1)
  const { tasks } = await desk.send({ id: '3', at: '2026-11-25T09:01:00Z', from: jo, text: '1' })
  expect(tasks[0]?.question?.text).toMatch(/^Sorry, Thu 26 Nov, .* has just been taken/)
  expect(tasks[0]?.question?.choices?.length).toBeGreaterThanOrEqual(2)
  expect((await local.records()).calendar).toHaveLength(1)
})

test('a member hears that a time is kept for somebody, and may book it all the same', async () => {
  const desk = await deskWithClients()
  const [time = ''] = await offered(desk, { id: '1', at: AT, from: jo, text: ASK })
  const asked = await desk.send({
    id: '2',
    at: AT,
    from: mia,
    text: `book 30 min with Sam on Thursday at ${time.slice(11, 16)}`,
  })
  expect(asked.tasks[0]?.question?.text).toMatch(/Your time then is kept for somebody it was offered to/)
  const booked = await desk.send({ id: '3', at: AT, from: mia, text: 'book anyway' })
  expect(booked.tasks[0]?.status).toBe('done')
})
