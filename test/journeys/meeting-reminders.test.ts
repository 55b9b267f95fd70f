import { expect, test } from 'vitest'
import { messagesIn } from '#store/outbox/outbox.ts'
import { knowContacts } from '../harness/contacts.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

const jo: Line['from'] = { kind: 'client', id: 'c1', name: 'Jo Park', email: 'jo@acme.io' }
const mia: Line['from'] = { kind: 'member', id: 'mia' }

async function deskWithJo(): Promise<TestDesk> {
  const desk = await openDesk(tempHome())
  await knowContacts(desk, 'c1,Jo Park,jo@acme.io')
  return desk
}

/** Reminders said in a conversation, oldest first. */
async function reminders(desk: TestDesk, conversation: string): Promise<string[]> {
  const messages = await desk.runner.composition.sql.read(() => messagesIn(conversation, 50))
  return messages
    .flatMap(({ message }) =>
      (message.type === 'reply' || message.type === 'notice') && message.meeting ? [message.text] : [],
    )
    .reverse()
}

const book = (desk: TestDesk) =>
  desk.send({ id: 'book', at: '2026-11-23T09:00:00Z', from: jo, text: 'can we meet with Mia on Thursday at 2pm?' })

test('a client is reminded a day and an hour before, the team an hour before', async () => {
  const desk = await deskWithJo()
  expect((await book(desk)).tasks[0]?.status).toBe('done')
  await desk.send({ id: '1', at: '2026-11-25T13:59:00Z', tick: true })
  expect(await reminders(desk, 'console:c1')).toEqual([])
  await desk.send({ id: '2', at: '2026-11-25T14:00:00Z', tick: true })
  expect(await reminders(desk, 'console:c1')).toEqual([
    'Reminder: "Jo Park and Mia" with Mia Chen, Thu 26 Nov, 14:00-14:30 (Europe/London).',
  ])
  expect(await reminders(desk, 'flags:mia')).toEqual([])
  await desk.send({ id: '3', at: '2026-11-26T13:00:00Z', tick: true })
  expect(await reminders(desk, 'console:c1')).toHaveLength(2)
  expect(await reminders(desk, 'flags:mia')).toEqual([
    'Reminder: "Jo Park and Mia" with Jo Park, Thu 26 Nov, 14:00-14:30 (Europe/London).',
  ])
  await desk.send({ id: '4', at: '2026-12-10T13:00:00Z', tick: true })
  expect(await reminders(desk, 'console:c1')).toHaveLength(2)
})

test('a meeting that was moved is reminded of at its new time only, one that was called off not at all', async () => {
  const desk = await deskWithJo()
  await book(desk)
  await desk.send({ id: '1', at: '2026-11-23T10:00:00Z', from: jo, text: 'please move it to Friday at 3pm' })
  await desk.send({ id: '2', at: '2026-11-26T13:30:00Z', tick: true })
  expect(await reminders(desk, 'console:c1')).toEqual([])
  await desk.send({ id: '3', at: '2026-11-26T15:00:00Z', tick: true })
  expect(await reminders(desk, 'console:c1')).toEqual([expect.stringContaining('Fri 27 Nov, 15:00')])
  await desk.send({ id: '4', at: '2026-11-26T15:01:00Z', from: mia, text: 'cancel the meeting with Jo tomorrow' })
  await desk.send({ id: '5', at: '2026-11-26T15:02:00Z', from: mia, text: 'yes' })
  await desk.send({ id: '6', at: '2026-11-27T14:30:00Z', tick: true })
  expect(await reminders(desk, 'console:c1')).toHaveLength(1)
})

test('after a sleep the client is reminded once, and not after it began', async () => {
  const desk = await deskWithJo()
  await book(desk)
  await desk.send({ id: '1', at: '2026-11-26T13:30:00Z', tick: true })
  expect(await reminders(desk, 'console:c1')).toHaveLength(1)
  const slept = await deskWithJo()
  await book(slept)
  await slept.send({ id: '1', at: '2026-11-26T14:01:00Z', tick: true })
  expect(await reminders(slept, 'console:c1')).toEqual([])
})

test('the tap on a reminder finds another time for that very meeting', async () => {
  const desk = await deskWithJo()
  await book(desk)
  await desk.send({ id: '1', at: '2026-11-25T14:00:00Z', tick: true })
  const [message] = await desk.runner.composition.sql.read(() => messagesIn('console:c1', 1))
  const choices = message?.message.type === 'reply' ? message.message.choices : []
  expect(choices.map((one) => one.label)).toEqual(['Another time'])
  const tapped = await desk.send({ id: '2', at: '2026-11-25T14:05:00Z', from: jo, text: choices[0]?.value ?? '' })
  expect(tapped.tasks[0]?.question?.text).toMatch(/^When shall "Jo Park and Mia" with Mia Chen.* be instead\?/)
})
