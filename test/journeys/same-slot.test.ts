import { expect, test } from 'vitest'
import { knowContacts } from '../harness/contacts.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

const AT = '2026-11-23T09:00:00Z'

/** Puts clients on file, so that the policy lets them book without a yes. */
async function knowClients(desk: TestDesk): Promise<void> {
  await knowContacts(desk, 'c1,Jo Park,jo@acme.io', 'c2,Pat Lim,pat@zeta.io')
}

const client = (id: string, name: string, email: string): Line['from'] => ({ kind: 'client', id, name, email })

test('two clients want the same slot in the same instant: one event, and the other is offered two new times', async () => {
  const desk = await openDesk(tempHome())
  await knowClients(desk)
  const { desk: inner, local } = desk.runner.composition
  await desk.send({ id: 'start', at: AT, tick: true })
  const text = 'can we meet with Mia on Thursday at 2pm?'
  const ask = (id: string, from: Line['from']) =>
    inner.receive({
      id,
      channel: 'console',
      conversation: `console:${id}`,
      kind: 'message',
      from: from ?? { kind: 'stranger', id },
      text,
      atMs: Date.parse(AT),
    })
  await Promise.all([
    ask('jo', client('c1', 'Jo Park', 'jo@acme.io')),
    ask('pat', client('c2', 'Pat Lim', 'pat@zeta.io')),
  ])
  await inner.drain()
  const { calendar } = await local.records()
  expect(calendar.map(({ start, end, attendees }) => [start, end, attendees])).toEqual([
    ['2026-11-26T14:00:00Z', '2026-11-26T14:30:00Z', [expect.stringMatching(/^(jo@acme\.io|pat@zeta\.io)$/)]],
  ])
  const winner = calendar[0]?.attendees[0] === 'jo@acme.io' ? 'jo' : 'pat'
  const loser = winner === 'jo' ? 'pat' : 'jo'
  const [won, lost] = await Promise.all(
    [winner, loser].map(async (id) => {
      const accepted = await ask(
        id,
        id === 'jo' ? client('c1', 'Jo Park', 'jo@acme.io') : client('c2', 'Pat Lim', 'pat@zeta.io'),
      )
      expect(accepted.duplicate).toBe(true)
      return JSON.parse(accepted.result ?? 'null').tasks[0]
    }),
  )
  expect(won.status).toBe('done')
  expect([lost.status, lost.actions]).toEqual(['waiting_requester', []])
  expect(lost.question.choices.length).toBeGreaterThanOrEqual(2)
  for (const { value } of lost.question.choices.slice(0, 2)) expect(value).not.toMatch(/^2026-11-26T14:00/)
})
