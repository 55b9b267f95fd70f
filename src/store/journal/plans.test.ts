import { expect, test } from 'vitest'
import type { Operation, Query } from '#ports/sql.ts'
import { migrate } from '../migrate.ts'
import { storeSteps } from '../migrations.ts'
import { openSqlite } from '../sqlite.ts'
import { claimNext } from './claim.ts'
import { saidIn } from './history.ts'

const store = openSqlite(':memory:')
await migrate(store.connection, ':memory:', 'store', storeSteps)

function planOf(operation: Operation<unknown>): string {
  const query = operation.next([]).value as Query
  const rows = store.connection.prepare(`EXPLAIN QUERY PLAN ${query.textFor('sqlite')}`)
  return rows
    .all(...(query.valuesFor('sqlite') as string[]))
    .map((row) => String(row.detail))
    .join('; ')
}

test.each(['new', 'analysed'])(
  'the claim walks the small indexes of what is still to be done: a %s database',
  (state) => {
    if (state === 'analysed') {
      const insert = store.connection.prepare(
        "INSERT INTO inbound (key, lane, kind, state, visible_ms, attempts, body, principal) VALUES (?, ?, 'message', 'done', 1, 0, '', '')",
      )
      for (let at = 0; at < 2000; at++) insert.run(`k${at}`, `lane${at % 3}`)
      store.connection.exec('ANALYZE')
    }
    const plan = planOf(claimNext(1, 2))
    expect(plan).toContain('SEARCH next USING INDEX inbound_due')
    expect(plan).toContain('SEARCH other USING INDEX inbound_lane')
    expect(plan).not.toContain('SCAN')
  },
)

test('a conversation is read off its index, newest first, without sorting', () => {
  const plan = planOf(saidIn('console:mia', 50))
  expect(plan).toContain('USING INDEX inbound_history (kind=? AND lane=?)')
  expect(plan).not.toContain('TEMP B-TREE')
})
