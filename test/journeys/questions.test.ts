import { expect, test } from 'vitest'
import { messagesIn } from '#store/outbox/outbox.ts'
import { knowContacts } from '../harness/contacts.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

const mia: Line['from'] = { kind: 'member', id: 'mia' }
const jo: Line['from'] = { kind: 'client', id: 'c1', name: 'Jo Park', email: 'jo@acme.io' }

const texts = async (desk: TestDesk, conversation: string): Promise<string[]> => {
  const messages = await desk.runner.composition.sql.read(() => messagesIn(conversation, 50))
  return messages.flatMap(({ message }) => (message.type === 'reply' ? [message.text] : [])).reverse()
}

test('a member is reminded of a question once, after four hours of their working time, and it is dropped in the end', async () => {
  const desk = await openDesk(tempHome())
  // Mia works until 17:00: two hours on Monday, two on Tuesday.
  await desk.send({ id: '1', at: '2026-11-23T15:00:00Z', from: mia, text: 'find 30 min with Sam on Friday' })
  const before = await texts(desk, 'console:mia')
  await desk.send({ id: '2', at: '2026-11-24T10:59:00Z', tick: true })
  expect(await texts(desk, 'console:mia')).toEqual(before)
  await desk.send({ id: '3', at: '2026-11-24T11:00:00Z', tick: true })
  const [reminder, ...rest] = (await texts(desk, 'console:mia')).slice(before.length)
  expect([reminder, rest]).toEqual([expect.stringMatching(/^Still open: When shall a 30 min meeting with Sam/), []])
  const { also } = await desk.send({ id: '4', at: '2026-11-26T15:00:00Z', tick: true })
  expect(also?.flatMap((one) => one.tasks.map((task) => task.status))).toEqual(['expired'])
  expect((await texts(desk, 'console:mia')).at(-1)).toMatch(
    /^No answer came, so I have dropped "find 30 min with Sam on Friday"/,
  )
})

test('a greeting is greeted and answers nothing; who decides their own card is not told that somebody else was asked', async () => {
  const desk = await openDesk(tempHome())
  const hello = await desk.send({ id: '1', at: '2026-11-23T09:00:00Z', from: mia, text: 'hello' })
  expect([hello.tasks, hello.reply]).toEqual([[], 'Hello. Tell me what you need, or say help.'])
  await desk.send({ id: '2', at: '2026-11-23T09:01:00Z', from: mia, text: 'find 30 min with Sam on Friday' })
  const again = await desk.send({ id: '3', at: '2026-11-23T09:02:00Z', from: mia, text: 'good morning' })
  expect(again.tasks).toEqual([])
  const odd = await desk.send({ id: '4', at: '2026-11-23T09:03:00Z', from: mia, text: 'the blue one please' })
  expect(odd.tasks.map((task) => task.status)).toEqual(['waiting_human'])
  expect(odd.reply).toMatch(
    /^I did not understand that, so a person takes over\.\nThis needs your yes \(.*; you have a card for it\.$/,
  )
})

test('an answered question is neither reminded of nor dropped', async () => {
  const desk = await openDesk(tempHome())
  await desk.send({ id: '1', at: '2026-11-23T09:00:00Z', from: mia, text: 'find 30 min with Sam on Friday' })
  await desk.send({ id: '2', at: '2026-11-23T09:01:00Z', from: mia, text: '1' })
  const before = await texts(desk, 'console:mia')
  const { also } = await desk.send({ id: '3', at: '2026-11-27T17:00:00Z', tick: true })
  expect(also?.flatMap((one) => one.tasks) ?? []).toEqual([])
  expect(await texts(desk, 'console:mia')).toEqual(before)
})

test('after a long sleep several questions are told in one message', async () => {
  const desk = await openDesk(tempHome())
  await desk.send({ id: '1', at: '2026-11-23T09:00:00Z', from: mia, text: 'find 30 min with Sam on Friday' })
  await desk.send({ id: '2', at: '2026-11-23T09:01:00Z', from: mia, text: 'find 30 min with Priya on Friday' })
  const before = await texts(desk, 'console:mia')
  await desk.send({ id: '3', at: '2026-11-23T16:00:00Z', tick: true })
  const after = (await texts(desk, 'console:mia')).slice(before.length)
  expect(after).toEqual([expect.stringMatching(/^Still open:\n- .*Sam.*\n- .*Priya/)])
})

test('a client is not reminded, and a late answer gets new times instead of silence', async () => {
  const desk = await openDesk(tempHome())
  await knowContacts(desk, 'c1,Jo Park,jo@acme.io')
  await desk.send({ id: '1', at: '2026-11-23T09:00:00Z', from: jo, text: 'can we talk next week?' })
  const before = await texts(desk, 'console:c1')
  await desk.send({ id: '2', at: '2026-11-26T09:00:00Z', tick: true })
  expect(await texts(desk, 'console:c1')).toEqual(before)
  const late = await desk.send({ id: '3', at: '2026-11-26T10:00:00Z', from: jo, text: '2' })
  expect(late.tasks.map((task) => [task.status, task.question?.choices?.length])).toEqual([['waiting_requester', 3]])
  expect(late.reply).toMatch(/That list was too old, so I looked again/)
})
