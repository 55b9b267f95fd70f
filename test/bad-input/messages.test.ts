import { expect, test } from 'vitest'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'
import { readOnly } from '../harness/state.ts'

const AT = '2026-11-23T09:00:00Z'
const say = (desk: TestDesk, id: string, text: string, at = AT) =>
  desk.send({ id, at, from: { kind: 'member', id: 'sam' }, text })

test('a message of a megabyte is refused with the limit, and is not kept whole', async () => {
  const home = tempHome()
  const desk = await openDesk(home)
  const result = await say(desk, 'long', `book 30 min with Mia tomorrow at 3pm ${'x'.repeat(1_000_000)}`)
  expect([result.tasks, result.reply]).toEqual([
    [],
    'That message has too many characters; the desk reads up to 20000. Please send the part that matters.',
  ])
  expect((await say(desk, 'next', 'book 30 min with Mia tomorrow at 3pm')).tasks[0]?.status).toBe('done')
  await desk.close()
  const longest = readOnly(home.database, (connection) =>
    Number(connection.prepare('SELECT max(length(body)) AS n FROM inbound').get()?.n),
  )
  expect(longest).toBeLessThan(25_000)
})

test("a message of nothing but emoji is nobody's job and stays without an answer", async () => {
  const desk = await openDesk(tempHome())
  const result = await say(desk, 'emoji', '🎉🔥👍🏽👩‍👩‍👧')
  expect([result.tasks, result.reply]).toEqual([[], null])
})

test('a date that does not exist is named, and nothing is booked on another day instead', async () => {
  const desk = await openDesk(tempHome())
  const result = await say(desk, 'date', 'book 30 min with Mia on 30 February at 3pm')
  expect(result.tasks.map(({ status, actions }) => [status, actions])).toEqual([['waiting_requester', []]])
  expect(result.reply).toMatch(/30 February/)
})

test('a decision for a flag that ran out is told when, and what happened instead', async () => {
  const desk = await openDesk(tempHome())
  const asked = await say(desk, 'ask', 'book 30 min with jo@acme.io on Thursday at 11am')
  const flag = asked.tasks[0]?.flag?.id ?? ''
  const late: Line = {
    id: 'late',
    at: '2026-11-24T12:00:00Z',
    from: { kind: 'member', id: 'mia' },
    decide: { flag, verb: 'approve' },
  }
  const result = await desk.send(late)
  expect(result.tasks).toEqual([])
  expect(result.reply).toMatch(
    /^This decision ran out at .*; what happened instead: Nothing is done, and whoever asked is told that nobody decided in time\.\.?$/,
  )
  expect(await desk.runner.composition.local.records()).toMatchObject({ calendar: [] })
})

test('a decision for a flag there never was says so', async () => {
  const desk = await openDesk(tempHome())
  const decide = { flag: 'f000000000000', verb: 'approve' }
  const result = await desk.send({ id: 'd', at: AT, from: { kind: 'member', id: 'mia' }, decide })
  expect(result.reply).toBe('There is no open decision with the id f000000000000.')
})
