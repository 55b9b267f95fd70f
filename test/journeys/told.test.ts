import { expect, test } from 'vitest'
import { messagesIn } from '#store/outbox/outbox.ts'
import { knowContacts } from '../harness/contacts.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

const AT = '2026-11-23T09:00:00Z'
const mia: Line['from'] = { kind: 'member', id: 'mia' }
const jo: Line['from'] = { kind: 'client', id: 'c1', name: 'Jo Park', email: 'jo@acme.io' }

const notices = async (desk: TestDesk, member: string): Promise<string[]> => {
  const messages = await desk.runner.composition.sql.read(() => messagesIn(`flags:${member}`, 20))
  return messages.flatMap(({ message }) => (message.type === 'notice' ? [message.text] : [])).reverse()
}

test('colleagues hear of a change to their meeting, and of its undo; who made it does not', async () => {
  const desk = await openDesk(tempHome())
  await desk.send({ id: '1', at: AT, from: mia, text: 'book 30 min with Sam tomorrow at 10am called Budget' })
  expect(await notices(desk, 'sam')).toEqual([])
  await desk.send({ id: '2', at: AT, from: mia, text: 'move Budget to tomorrow at 2pm' })
  await desk.send({ id: '3', at: '2026-11-23T09:01:00Z', from: mia, text: 'undo' })
  expect(await notices(desk, 'sam')).toEqual([
    expect.stringMatching(/^Mia Chen: Moved "Budget" with Mia Chen, .* to Tue 24 Nov, 14:00-14:30/),
    expect.stringMatching(/^Mia Chen: Moved "Budget" with Mia Chen, .* to Tue 24 Nov, 10:00-10:30/),
  ])
  expect(await notices(desk, 'mia')).toEqual([])
})

test('a host hears when a client moves their meeting, and not of what they approved themselves', async () => {
  const desk = await openDesk(tempHome())
  await knowContacts(desk, 'c1,Jo Park,jo@acme.io')
  await desk.send({ id: '1', at: AT, from: jo, text: 'can we meet with Mia on Thursday at 2pm?' })
  await desk.send({ id: '2', at: AT, from: jo, text: 'please move it to Friday at 3pm' })
  expect(await notices(desk, 'mia')).toEqual([
    expect.stringMatching(/^client \(says "Jo Park"\): Moved "Jo Park and Mia" with Jo Park/),
  ])
  const { tasks } = await desk.send({ id: '3', at: AT, from: jo, text: 'cancel it' })
  const flag = tasks[0]?.flag?.id ?? ''
  await desk.send({ id: '4', at: AT, from: mia, decide: { flag, verb: 'approve' } })
  expect(await notices(desk, 'mia')).toHaveLength(1)
})
