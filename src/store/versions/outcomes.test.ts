import { expect, test } from 'vitest'
import { tempHome } from '#test/harness/home.ts'
import { openDesk } from '#test/harness/runner.ts'
import { outcomesOf } from './outcomes.ts'

const task = (
  id: string,
  over: { pack?: string; status?: string; at?: number; ended?: number | null } = {},
): string => {
  const { pack = '1.1.0', status = 'done', at = 10, ended = 20 } = over
  return `INSERT INTO tasks (id, inbound, position, conversation, channel, agent, agent_version, intent, text, principal,
    status, tier, policy, simulated, created_ms, ended_ms, pack) VALUES ('${id}', 1, 0, 'c', 'console', 'scheduling', '1', 'book', '',
    '{}', '${status}', 'rules', 'p', 0, ${at}, ${ended}, '${pack}')`
}
const undone = (of: string): string =>
  `INSERT INTO actions (id, task, position, kind, args, because, verdict, rule, facts, key, status, conversation, principal)
    VALUES ('${of}.0', '${of}', 0, 'x', '{}', '', 'do', '', '{}', '', 'undone', 'c', '{}')`
const decided = (of: string, verb: string): string =>
  `INSERT INTO flags (id, task, reason, key, body, owner, state, created_ms, expire_ms, verb)
    VALUES ('f${of}', '${of}', 'AUTHORITY', '', '{}', 'mia', 'decided', 1, 2, '${verb}')`
const cost = (of: string, usdMicros: number): string =>
  `INSERT INTO model_calls (at_ms, day, agent, task, tier, model, input_tokens, output_tokens, usd_micros, ms, outcome)
    VALUES (1, '2026-11-23', 'scheduling', '${of}', 'small', 'x', 1, 1, ${usdMicros}, 1, 'ok')`

test('what was undone, edited or failed is counted once, of the newest ended tasks of one version', async () => {
  const desk = await openDesk(tempHome())
  const { sql } = desk.runner.composition
  for (const statement of [
    task('good'),
    task('undone'),
    undone('undone'),
    task('both', { status: 'failed' }),
    decided('both', 'edit'),
    task('approved'),
    decided('approved', 'approve'),
    task('open', { ended: null, status: 'failed' }),
    task('other', { pack: '1.0.0', status: 'failed' }),
    task('early', { at: 5, status: 'failed' }),
    cost('good', 300),
    cost('good', 400),
    cost('other', 9000),
  ])
    sql.connection.exec(statement)
  const counted = (sinceMs: number, newest: number) =>
    sql.read(() => outcomesOf('scheduling', '1.1.0', sinceMs, newest))
  expect(await counted(10, 200)).toEqual({ ended: 4, bad: 2, usdMicros: 700 })
  expect(await counted(0, 200)).toEqual({ ended: 5, bad: 3, usdMicros: 700 })
  expect(await counted(0, 4)).toEqual({ ended: 4, bad: 2, usdMicros: 700 })
  expect(await sql.read(() => outcomesOf('crm-update', '1.1.0', 0, 200))).toEqual({ ended: 0, bad: 0, usdMicros: 0 })
  await desk.close()
})
