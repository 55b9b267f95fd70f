import { expect, test } from 'vitest'
import { messagesIn } from '#store/outbox/outbox.ts'
import { tempHome } from '../harness/home.ts'
import { openDesk } from '../harness/runner.ts'

const from = { kind: 'member' as const, id: 'mia' }
const notices = async (desk: Awaited<ReturnType<typeof openDesk>>): Promise<string[]> => {
  const messages = await desk.runner.composition.sql.read(() => messagesIn('console:mia', 50))
  return messages.flatMap(({ message }) => (message.type === 'notice' ? [message.text] : []))
}

test('after a long sleep there is one digest, not one reminder after the other', async () => {
  const desk = await openDesk(tempHome())
  for (const [nth, hour] of [10, 11, 12, 13].entries()) {
    await desk.send({
      id: `${nth}`,
      at: `2026-11-23T08:0${nth}:00Z`,
      from,
      text: `remind me to water plant ${nth} at ${hour}:00 today`,
    })
  }
  await desk.send({ id: 'later', at: '2026-11-23T19:00:00Z', tick: true })
  const [digest, ...more] = await notices(desk)
  expect(more).toEqual([])
  expect(digest).toMatch(/^While I was away these came due:(\n- .*water plant \d){4}$/)
})

test('a reminder in time is said as it is, once, and a clock that jumps back fires it no second time', async () => {
  const home = tempHome()
  const desk = await openDesk(home)
  await desk.send({ id: '1', at: '2026-11-23T08:00:00Z', from, text: 'remind me to call Jo at 10:00 today' })
  await desk.send({ id: '2', at: '2026-11-23T10:00:00Z', tick: true })
  expect(await notices(desk)).toEqual(['Reminder: call Jo'])
  await desk.close()
  const again = await openDesk(home)
  await again.send({ id: '3', at: '2026-11-23T09:30:00Z', tick: true })
  await again.send({ id: '4', at: '2026-11-23T10:01:00Z', tick: true })
  expect(await notices(again)).toEqual(['Reminder: call Jo'])
})
