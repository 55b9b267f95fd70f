import { expect, test } from 'vitest'
import { messagesIn } from '#store/outbox/outbox.ts'
import { knowContacts } from '../harness/contacts.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

const AT = '2026-11-23T09:00:00Z'
const mia: Line['from'] = { kind: 'member', id: 'mia' }
const jo: Line['from'] = { kind: 'client', id: 'c1', name: 'Jo Park', email: 'jo@acme.io' }

const toldTo = async (desk: TestDesk, member: string): Promise<string[]> => {
  const messages = await desk.runner.composition.sql.read(() => messagesIn(`flags:${member}`, 20))
  return messages.flatMap(({ message }) => (message.type === 'notice' ? [message.text] : [])).reverse()
}

async function takenOverDesk(): Promise<TestDesk> {
  const desk = await openDesk(tempHome())
  await knowContacts(desk, 'c1,Jo Park,jo@acme.io')
  await desk.send({ id: '1', at: AT, from: jo, text: 'can we meet with Mia on Thursday at 2pm?' })
  const { tasks } = await desk.send({ id: '2', at: AT, from: jo, text: 'cancel it' })
  const flag = tasks[0]?.flag?.id ?? ''
  await desk.send({ id: '3', at: AT, from: mia, decide: { flag, verb: 'take_over' } })
  return desk
}

test('who takes a flag over answers from then on: the desk is silent there and passes on what is written', async () => {
  const desk = await takenOverDesk()
  const heard = await desk.send({
    id: '4',
    at: '2026-11-23T10:00:00Z',
    from: jo,
    text: 'so can we meet on Friday at 3pm?',
  })
  expect(heard).toMatchObject({ tasks: [], reply: null })
  expect(await toldTo(desk, 'mia')).toEqual([
    'client (says "Jo Park") wrote in what you took over: "so can we meet on Friday at 3pm?"',
  ])
})

test('a redelivered message is passed on once', async () => {
  const desk = await takenOverDesk()
  for (const _again of [1, 2]) await desk.send({ id: '4', at: AT, from: jo, text: 'hello?' })
  expect(await toldTo(desk, 'mia')).toHaveLength(1)
})

test('STOP is heard all the same, and after the time the policy gives the desk answers again', async () => {
  const desk = await takenOverDesk()
  const stopped = await desk.send({ id: '4', at: AT, from: jo, text: 'STOP' })
  expect(stopped.reply).toMatch(/^Done/)
  const next = await desk.send({ id: '5', at: '2026-11-24T09:00:00Z', from: jo, text: 'can we meet on Friday at 3pm?' })
  expect(next.tasks).toHaveLength(1)
})

test('members are answered wherever somebody took over', async () => {
  const desk = await takenOverDesk()
  const { reply } = await desk.send({ id: '4', at: AT, from: mia, text: 'what is on Thursday?' })
  expect(reply).toContain('Jo Park')
})
