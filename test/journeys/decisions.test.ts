import { expect, test } from 'vitest'
import type { Composition } from '#app/compose.ts'
import { messagesIn } from '#store/outbox/outbox.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'
import { stateOf } from '../harness/state.ts'

const ask: Line = {
  id: 'ask',
  at: '2026-11-23T09:00:00Z',
  from: { kind: 'member', id: 'sam' },
  text: 'book 30 min with jo@acme.io on Thursday at 11am',
}
const press = (id: string, who: string, flag: string, at: string, verb = 'approve'): Line => ({
  id,
  at,
  from: { kind: 'member', id: who },
  decide: { flag, verb },
})

/** What was said in a conversation, oldest first: its kind and its words. */
async function saidIn({ sql }: Composition, conversation: string): Promise<string[]> {
  const rows = await sql.read(() => messagesIn(conversation, 50))
  return rows.reverse().map(({ message }) => {
    if (message.type === 'card') return `card: ${message.card.headline}`
    return message.type === 'card_closed' ? `closed: ${message.outcome}` : `${message.type}: ${message.text}`
  })
}

async function openFlag(desk: TestDesk): Promise<string> {
  const { tasks } = await desk.send(ask)
  const flag = tasks[0]?.flag
  expect(flag).toMatchObject({ reason: 'AUTHORITY', owner: 'mia', expiresAt: '2026-11-23T17:00:00Z' })
  return flag?.id ?? ''
}

test('two people press at once: the first one decides, the second is told who was first', async () => {
  const home = tempHome()
  const desk = await openDesk(home)
  const flag = await openFlag(desk)
  const { desk: inner } = desk.runner.composition
  const tap = (id: string, verb: 'approve' | 'decline') =>
    inner.receive({
      id: `tap-${id}`,
      channel: 'console',
      conversation: `flags:${id}`,
      kind: 'decision',
      from: { kind: 'member', id },
      decision: { flag, verb },
      atMs: Date.parse(ask.at),
    })
  await Promise.all([tap('mia', 'approve'), tap('lee', 'decline')])
  await inner.drain()
  expect(await saidIn(desk.runner.composition, 'flags:lee')).toEqual([
    'reply: Already decided by Mia Chen at Mon 23 Nov, 09:00: approved.',
  ])
  expect(await saidIn(desk.runner.composition, 'console:sam')).toEqual([
    expect.stringMatching(/^reply: This needs Mia Chen's yes/),
    expect.stringMatching(/^reply: Booked "Sam and Jo"/),
  ])
  await desk.close()
  const { events, flags, audit } = stateOf(home.database)
  expect(events).toHaveLength(1)
  expect(flags?.map((row) => [row.state, row.verb, row.decided_by])).toEqual([['decided', 'approve', 'Mia Chen']])
  expect(audit?.filter((row) => row.what === 'flag.decided')).toMatchObject([{ times: 1 }])
})

test('somebody who may not decide is told whose decision it is, and the flag stays open', async () => {
  const desk = await openDesk(tempHome())
  const flag = await openFlag(desk)
  const refused = await desk.send(press('d1', 'priya', flag, '2026-11-23T09:01:00Z'))
  expect([refused.tasks, refused.reply]).toEqual([[], 'This decision belongs to Mia Chen or Lee Park.'])
  const byTheAsker = await desk.send(press('d2', 'sam', flag, '2026-11-23T09:02:00Z'))
  expect(byTheAsker.reply).toBe('This decision belongs to Mia Chen or Lee Park.')
  const decided = await desk.send(press('d3', 'lee', flag, '2026-11-23T09:03:00Z'))
  expect(decided.tasks[0]?.status).toBe('done')
})

test('a card that nobody answers: a reminder, the backup, then the safe default, and whoever asked is told', async () => {
  const home = tempHome()
  const desk = await openDesk(home)
  const { composition } = desk.runner
  const flag = await openFlag(desk)
  const tick = (hour: string) => desk.send({ id: hour, at: `2026-11-23T${hour}:00Z`, tick: true })

  await tick('12:15')
  expect(await saidIn(composition, 'flags:mia')).toEqual([
    expect.stringMatching(/^card: /),
    expect.stringMatching(/^notice: Still to decide by Mon 23 Nov, 17:00: .*jo@acme\.io/),
  ])
  expect(await saidIn(composition, 'flags:lee')).toEqual([])

  await tick('15:05')
  expect(await saidIn(composition, 'flags:lee')).toEqual([expect.stringMatching(/^card: .*jo@acme\.io/)])
  expect((await saidIn(composition, 'flags:mia')).at(-1)).toMatch(/^notice: Passed to Lee Park: /)

  const { also } = await tick('17:00')
  expect(also.flatMap((one) => one.tasks.map((task) => task.status))).toEqual(['expired'])
  expect((await saidIn(composition, 'console:sam')).at(-1)).toMatch(
    /^reply: Not done: Book "Sam and Jo".*Nobody decided in time, so nothing was done\. A person will get back to you\.$/,
  )
  expect((await saidIn(composition, 'flags:lee')).at(-1)).toBe('closed: Expired: nobody decided in time')

  const late = await desk.send(press('late', 'lee', flag, '2026-11-23T17:30:00Z'))
  expect(late.reply).toMatch(/^This decision ran out at Mon 23 Nov, 17:00; what happened instead: /)
  await desk.close()
  expect(stateOf(home.database).events).toEqual([])
})

test.each([['decline'], ['take_over']])('after %s the time that was held is free again', async (verb) => {
  const desk = await openDesk(tempHome())
  const flag = await openFlag(desk)
  await desk.send(press('no', 'mia', flag, '2026-11-23T09:05:00Z', verb))
  const again = { ...ask, id: 'again', at: '2026-11-23T09:06:00Z', text: 'book 30 min with Priya on Thursday at 11am' }
  const { tasks } = await desk.send(again)
  expect(tasks[0]?.status).toBe('done')
})
