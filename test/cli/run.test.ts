import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TEAM_POLICY, tempFolder, tempHome } from '../harness/home.ts'
import { nightdesk, objects, spawned } from './nightdesk.ts'

const MIA = { kind: 'member', id: 'mia' }
const said = (id: string, text: string, more: object = {}) => ({
  id,
  at: '2026-11-23T09:00:00Z',
  from: MIA,
  text,
  ...more,
})
const lines = (...all: object[]): string => all.map((line) => `${JSON.stringify(line)}\n`).join('')

function desk() {
  const home = tempHome()
  const of = ['--home', home.folder, '--policy', TEAM_POLICY]
  const call = (flags: string[], stdin: string, env = {}) => nightdesk(['run', '-', ...flags, ...of], { stdin, env })
  const exported = async () => objects((await nightdesk(['export', 'calendar', '-', '--json', ...of])).out)
  const asProcess = (flags: string[], stdin: string) => spawned(['run', '-', ...flags, ...of], { stdin })
  return { call, asProcess, exported }
}

test('--fork: no line sees another, changes are what export would show, the home is left alone', async () => {
  const { call, exported } = desk()
  await call([], lines(said('0', 'book "Old" tomorrow 10:00 to 10:30')))
  const before = await exported()
  expect(before).toHaveLength(1)
  const copies = tempFolder()
  const { status, out } = await call(
    ['--fork'],
    lines(
      said('1', 'book 30 min on Thursday at 3pm'),
      said('2', 'book 30 min on Thursday at 3pm'),
      said('3', 'what do I have tomorrow?'),
      said('4', 'cancel my meeting tomorrow at 10'),
    ),
    { TMPDIR: copies },
  )
  expect(status).toBe(0)
  const [one, two, three, four] = objects(out)
  const added = { store: 'calendar', record: expect.any(String), op: 'added', before: null }
  for (const result of [one, two])
    expect(result?.changes).toEqual([{ ...added, after: expect.objectContaining({ start: '2026-11-26T15:00:00Z' }) }])
  expect(three).toMatchObject({ id: '3', changes: [] })
  expect(four?.changes).toEqual([
    {
      store: 'calendar',
      record: before[0]?.id,
      op: 'changed',
      before: before[0],
      after: { ...before[0], status: 'cancelled' },
    },
  ])
  expect(await exported()).toEqual(before)
  expect(readdirSync(copies)).toEqual([])
})

test('--dry proposes and performs nothing, with --fork too', async () => {
  const { call, exported } = desk()
  const [result] = objects((await call(['--dry'], lines(said('1', 'book 30 min tomorrow at 3pm')))).out)
  expect(result).toMatchObject({ tasks: [{ actions: [{ kind: 'calendar.create', status: 'proposed' }] }] })
  const [forked] = objects((await call(['--dry', '--fork'], lines(said('1', 'book 30 min tomorrow at 3pm')))).out)
  expect(forked).toMatchObject({ tasks: [{ actions: [{ status: 'proposed' }] }], changes: [] })
  expect(await exported()).toEqual([])
})

test('--yes approves as the owner would; a repeated id gets its first result, tapped as it was', async () => {
  const { call, exported } = desk()
  const line = said('1', 'book 30 min with zoe@new.example tomorrow at 3pm', { from: { kind: 'member', id: 'sam' } })
  const waiting = objects((await call(['--fork'], lines(line))).out)
  expect(waiting).toMatchObject([{ tasks: [{ status: 'waiting_human', flag: { reason: 'AUTHORITY' } }], changes: [] }])

  const [first, again] = objects((await call(['--yes'], lines(line, line))).out)
  expect(first).toMatchObject({ tasks: [{ status: 'done', actions: [{ kind: 'calendar.create', status: 'done' }] }] })
  expect(first).not.toHaveProperty('duplicate')
  expect(again).toMatchObject({ duplicate: true, tasks: first?.tasks, reply: first?.reply })
  expect(await exported()).toHaveLength(1)
})

test('results stand in order, timers that came due first beside them, and a bad line fails alone', async () => {
  const { asProcess } = desk()
  const stdin = [
    lines(said('1', 'remind me to call Jo in 10 minutes')),
    'nonsense\n\n',
    lines({ id: '2', at: '2026-11-23T09:12:00Z', tick: true }),
    lines(said('3', 'hello there', { at: '2026-11-23T09:00:00Z' })),
    lines(said('4', 'thanks', { at: '2026-11-23T09:31:00Z', from: { kind: 'member', id: 'eve' } })),
    lines(said('5', 'thanks', { at: '2026-11-23T09:31:00Z' })).trimEnd(),
  ].join('')
  const { status, out, err } = await asProcess([], stdin)
  expect(status).toBe(1)
  expect(err).toBe('')
  expect(objects(out)).toMatchObject([
    { id: '1', tasks: [{ status: 'done' }], also: [], cost: { calls: 0, tokens: 0, usd: 0 } },
    { line: 2, error: { code: 'MALFORMED_LINE' } },
    { id: '2', tasks: [], also: [{ reply: expect.stringContaining('call Jo') }] },
    { line: 5, error: { code: 'CLOCK_WENT_BACK' } },
    { line: 6, error: { code: 'UNKNOWN_MEMBER' } },
    { id: '5', tasks: [], reply: null },
  ])
})
