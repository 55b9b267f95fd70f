import { expect, test } from 'vitest'
import type { Delivery } from '#ports/channel.ts'
import { knowContacts } from '../harness/contacts.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

const jo: Line['from'] = { kind: 'client', id: 'c1', name: 'Jo Park', email: 'jo@acme.io' }

/** A desk with a client on file, and what its channel sends. */
async function deskWithJo(): Promise<{ desk: TestDesk; sent: string[] }> {
  const desk = await openDesk(tempHome())
  const { composition } = desk.runner
  await knowContacts(desk, 'c1,Jo Park,jo@acme.io')
  const sent: string[] = []
  const channel = composition.context.channels.get('console')
  if (!channel) throw new Error('no channel')
  const send = channel.send.bind(channel)
  channel.send = async (delivery: Delivery) => {
    if (delivery.conversation === 'console:c1' && delivery.message.type === 'reply') sent.push(delivery.message.text)
    return send(delivery)
  }
  return { desk, sent }
}

test('STOP in the middle of arranging: one confirmation, no reminder, answers only, until START', async () => {
  const { desk, sent } = await deskWithJo()
  await desk.send({ id: '1', at: '2026-11-23T09:00:00Z', from: jo, text: 'can we meet with Mia on Thursday at 2pm?' })
  await desk.send({ id: '2', at: '2026-11-23T09:01:00Z', from: jo, text: 'can we also talk on Friday?' })
  const stop = await desk.send({ id: '3', at: '2026-11-23T09:02:00Z', from: jo, text: 'STOP' })
  expect(stop).toMatchObject({ tasks: [], reply: expect.stringMatching(/^Done: you will not hear from us here/) })
  expect((await desk.send({ id: '4', at: '2026-11-23T09:03:00Z', from: jo, text: 'stop' })).reply).toBeNull()
  const before = sent.length
  // A day and an hour before the meeting nothing is said, and nothing of the open question either.
  await desk.send({ id: '5', at: '2026-11-26T13:30:00Z', tick: true })
  expect(sent.slice(before)).toEqual([])
  // Who writes again is answered.
  const asks = await desk.send({ id: '6', at: '2026-11-26T13:31:00Z', from: jo, text: 'can we talk on Monday?' })
  expect(asks.tasks[0]?.status).toBe('waiting_requester')
  expect(sent.length).toBe(before + 1)
  const start = await desk.send({ id: '7', at: '2026-11-26T13:32:00Z', from: jo, text: 'START' })
  expect(start.reply).toMatch(/^Welcome back/)
})

test('"arrêtez de m\'écrire" is the same, and is confirmed in French', async () => {
  const { desk } = await deskWithJo()
  await desk.send({ id: '1', at: '2026-11-23T09:00:00Z', from: jo, text: 'on peut se voir jeudi ?' })
  const stop = await desk.send({ id: '2', at: '2026-11-23T09:01:00Z', from: jo, text: "arrêtez de m'écrire" })
  expect(stop).toMatchObject({ tasks: [], reply: expect.stringMatching(/^C’est fait/) })
})

test('"cancel" beside a meeting is the meeting, and with nothing at hand it is silence', async () => {
  const { desk } = await deskWithJo()
  await desk.send({ id: '1', at: '2026-11-23T09:00:00Z', from: jo, text: 'can we meet with Mia on Thursday at 2pm?' })
  const meeting = await desk.send({ id: '2', at: '2026-11-23T09:01:00Z', from: jo, text: 'cancel' })
  expect(meeting.tasks).toMatchObject([{ intent: 'cancel', status: 'waiting_human' }])
  const other = await deskWithJo()
  const silence = await other.desk.send({ id: '1', at: '2026-11-23T09:00:00Z', from: jo, text: 'cancel' })
  expect(silence).toMatchObject({ tasks: [], reply: expect.stringMatching(/^Done: you will not hear/) })
})

test('a member who says stop stops nothing', async () => {
  const { desk } = await deskWithJo()
  const from = { kind: 'member' as const, id: 'mia' }
  const result = await desk.send({ id: '1', at: '2026-11-23T09:00:00Z', from, text: 'stop' })
  expect(result.reply ?? '').not.toMatch(/you will not hear/)
})
