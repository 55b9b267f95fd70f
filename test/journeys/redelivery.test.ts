import { expect, test } from 'vitest'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk } from '../harness/runner.ts'
import { stateOf } from '../harness/state.ts'

const ask: Line = {
  id: 'ask',
  at: '2026-11-23T09:00:00Z',
  from: { kind: 'member', id: 'sam' },
  text: 'book 30 min with jo@acme.io on Thursday at 11am',
}

test('an event delivered three times while its first run waits for a person is one task, one flag, one card', async () => {
  const home = tempHome()
  const desk = await openDesk(home)
  const first = await desk.send(ask)
  for (let again = 0; again < 3; again++) {
    const { tasks, reply } = first
    expect(await desk.send(ask)).toMatchObject({ tasks, reply, duplicate: true })
  }
  await desk.close()
  const { tasks, flags, outbox } = stateOf(home.database)
  expect([tasks?.length, flags?.length]).toEqual([1, 1])
  expect(outbox?.map((row) => String(row.key).split(':')[0])).toEqual(['card', 'reply'])
})

test('a button tapped twice decides once: the second tap has an id of its own and is told who was first', async () => {
  const home = tempHome()
  const desk = await openDesk(home)
  const flag = (await desk.send(ask)).tasks[0]?.flag?.id ?? ''
  const tap = (id: string): Line => ({
    id,
    at: '2026-11-23T09:05:00Z',
    from: { kind: 'member', id: 'mia' },
    decide: { flag, verb: 'approve' },
  })
  const first = await desk.send(tap('tap'))
  expect(first.tasks[0]?.status).toBe('done')
  expect((await desk.send(tap('tap'))).duplicate).toBe(true)
  const second = await desk.send(tap('tap2'))
  expect([second.tasks, second.reply]).toEqual([[], 'Already decided by Mia Chen at Mon 23 Nov, 09:05: approved.'])
  await desk.close()
  expect(stateOf(home.database).events).toHaveLength(1)
})
