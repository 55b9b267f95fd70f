import { expect, test } from 'vitest'
import { messagesIn } from '#store/outbox/outbox.ts'
import { knowContacts } from '../harness/contacts.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

const jo: Line['from'] = { kind: 'client', id: 'c1', name: 'Jo Park', email: 'jo@acme.io' }
const mia: Line['from'] = { kind: 'member', id: 'mia' }

/** A desk on which Jo has booked Mia for Thursday at two. */
async function deskWithMeeting(): Promise<TestDesk> {
  const desk = await openDesk(tempHome())
  await knowContacts(desk, 'c1,Jo Park,jo@acme.io')
  await desk.send({
    id: 'book',
    at: '2026-11-23T09:00:00Z',
    from: jo,
    text: 'can we meet with Mia on Thursday at 2pm?',
  })
  return desk
}

/** The tap with a label on the newest notice to Mia. */
async function tap(desk: TestDesk, label: string): Promise<string> {
  const messages = await desk.runner.composition.sql.read(() => messagesIn('flags:mia', 5))
  const choices = messages.flatMap(({ message }) => (message.type === 'notice' ? message.choices : []))
  return choices.find((choice) => choice.label === label)?.value ?? ''
}

const lastTo = async (desk: TestDesk, conversation: string): Promise<string> => {
  const [newest] = await desk.runner.composition.sql.read(() => messagesIn(conversation, 1))
  return newest && 'text' in newest.message ? newest.message.text : ''
}

test('ten minutes in, the host says with one tap that nobody came, and the client is offered another time', async () => {
  const desk = await deskWithMeeting()
  await desk.send({ id: '1', at: '2026-11-26T14:09:00Z', tick: true })
  expect(await tap(desk, 'No-show')).toBe('')
  await desk.send({ id: '2', at: '2026-11-26T14:10:00Z', tick: true })
  expect(await lastTo(desk, 'flags:mia')).toMatch(/^Did they come\? "Jo Park and Mia" with Jo Park/)
  const tapped = await desk.send({ id: '3', at: '2026-11-26T14:12:00Z', from: mia, text: await tap(desk, 'No-show') })
  expect(tapped.tasks.flatMap((task) => task.actions.map(({ kind, status }) => `${kind} ${status}`))).toEqual([
    'meeting.outcome done',
    'meeting.reoffer done',
  ])
  expect(tapped.reply).toMatch(/Noted that "Jo Park and Mia" was missed by Jo Park.*\nOffered Jo Park another time/)
  expect(await lastTo(desk, 'console:c1')).toMatch(/^Sorry we missed each other\. When shall /)
  const picked = await desk.send({ id: '4', at: '2026-11-26T15:00:00Z', from: jo, text: '1' })
  expect(picked.tasks).toMatchObject([{ status: 'done', actions: [{ kind: 'calendar.create' }] }])
})

test('who misses a second meeting is offered no third, and nobody is written to who asked for silence', async () => {
  const desk = await deskWithMeeting()
  await desk.send({ id: '1', at: '2026-11-26T14:12:00Z', from: mia, text: "Jo didn't show up" })
  const [next] = (await desk.send({ id: '2', at: '2026-11-26T15:00:00Z', from: jo, text: '1' })).tasks
  expect(next?.status).toBe('done')
  const start = String((next?.actions[0]?.args.event as { start?: string } | undefined)?.start)
  const later = new Date(Date.parse(start) + 12 * 60_000).toISOString()
  const second = await desk.send({ id: '3', at: later, from: mia, text: 'Jo was a no-show again' })
  expect(second.tasks[0]?.actions.map((action) => action.kind)).toEqual(['meeting.outcome'])
  expect(second.reply).toMatch(/Jo Park has missed one before, so I have not offered another time/)

  const silent = await deskWithMeeting()
  await silent.send({ id: '1', at: '2026-11-24T09:00:00Z', from: jo, text: 'STOP' })
  const said = await silent.send({ id: '2', at: '2026-11-26T14:12:00Z', from: mia, text: "Jo didn't show up" })
  expect(said.reply).toMatch(/they asked not to be written to/)
  expect(await lastTo(silent, 'console:c1')).toMatch(/^Done: you will not hear/)
})

test('a meeting that takes place is noted, and nobody is written to', async () => {
  const desk = await deskWithMeeting()
  await desk.send({ id: '1', at: '2026-11-26T14:10:00Z', tick: true })
  const before = await lastTo(desk, 'console:c1')
  const held = await desk.send({
    id: '2',
    at: '2026-11-26T14:11:00Z',
    from: mia,
    text: await tap(desk, 'Yes, it takes place'),
  })
  expect(held.reply).toBe('Noted that "Jo Park and Mia" took place.')
  expect(await lastTo(desk, 'console:c1')).toBe(before)
})
