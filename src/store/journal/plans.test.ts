import { expect, test } from 'vitest'
import type { Operation, Query } from '#ports/sql.ts'
import { countAll } from '../counts.ts'
import { firstAnswers } from '../leads/first-answers.ts'
import { migrate } from '../migrate.ts'
import { storeSteps } from '../migrations.ts'
import { costOfTasks } from '../model/cost.ts'
import { waitIn } from '../outbox/later.ts'
import { dueMessages, sendNow, waitingReplies } from '../outbox/outbox.ts'
import { releaseWaiting, sentLately } from '../outbox/waiting.ts'
import { openSqlite, type SqliteStore } from '../sqlite.ts'
import { expiredIn, latestIn, waitingIn } from '../tasks/task-rows.ts'
import { claimNext } from './claim.ts'
import { dueTimers, releaseAll } from './finish.ts'
import { conversationsWith, saidIn, spokeWhere } from './history.ts'

async function newStore(): Promise<SqliteStore> {
  const store = openSqlite(':memory:')
  await migrate(store.connection, ':memory:', 'store', storeSteps)
  return store
}

/** How SQLite goes about the first thing that an operation asks for. */
function planOf(store: SqliteStore, operation: Operation<unknown>): string {
  const query = operation.next([]).value as Query
  const rows = store.connection.prepare(`EXPLAIN QUERY PLAN ${query.textFor('sqlite')}`)
  return rows
    .all(...(query.valuesFor('sqlite') as string[]))
    .map((row) => String(row.detail))
    .join('; ')
}

test.each(['new', 'analysed'])(
  'the claim walks the small indexes of what is still to be done: a %s database',
  async (state) => {
    const store = await newStore()
    if (state === 'analysed') {
      const insert = store.connection.prepare(
        "INSERT INTO inbound (key, lane, kind, state, visible_ms, attempts, body, principal) VALUES (?, ?, 'message', 'done', 1, 0, '', '')",
      )
      for (let at = 0; at < 2000; at++) insert.run(`k${at}`, `lane${at % 3}`)
      store.connection.exec('ANALYZE')
    }
    const plan = planOf(store, claimNext(1, 2))
    expect(plan).toContain('SEARCH next USING INDEX inbound_due')
    expect(plan).toContain('SEARCH other USING INDEX inbound_lane')
    expect(plan).not.toContain('SCAN')
  },
)

test('a conversation is read off its index, newest first, without sorting', async () => {
  const plan = planOf(await newStore(), saidIn('console:mia', 50))
  expect(plan).toContain('USING INDEX inbound_history (kind=? AND lane=?)')
  expect(plan).not.toContain('TEMP B-TREE')
})

const place = { channel: 'slack', conversation: 'console:mia' }

test.each([
  ['what is to be sent', dueMessages(1, 0, 200), 'INDEX outbox_due'],
  ['what waits behind a place that rests', waitIn(place, 1, 2), 'INDEX outbox_queued'],
  ['what waits for somebody to write', releaseWaiting('slack', 'console:mia', 1), 'INDEX outbox_queued'],
  ['what was not said while somebody had it', sendNow('console:mia', 1), 'INDEX outbox_queued'],
  ['answers that wait', waitingReplies('console:mia'), 'INDEX outbox_queued'],
  ['what a channel sent lately', sentLately('slack', 1, 9), 'INDEX outbox_sent'],
  ['timers that are due', dueTimers('console:mia', 1), 'INDEX inbound_lane'],
  ['what the last process left', releaseAll(), 'INDEX inbound_lane'],
  ['where a client spoke', conversationsWith('c1'), 'INDEX inbound_client'],
  ['where a client wrote', spokeWhere('c1'), 'INDEX inbound_client'],
  ['tasks by status', countAll(1), 'COVERING INDEX tasks_of_agent'],
  ['tasks since a moment', costOfTasks(1), 'INDEX tasks_of_agent'],
  ['questions that are open', waitingIn('console:mia'), 'INDEX tasks_unended (conversation=? AND status=?)'],
  ['what nobody answered', expiredIn('console:mia', 1), 'INDEX tasks_expired (conversation=? AND status=?'],
  ['what was asked last', latestIn('console:mia', 1, 9), 'INDEX tasks_conversation'],
  ['first answers', firstAnswers(1), 'INDEX tasks_leads'],
])('%s is found in an index, however much there was before', async (_what, operation, index) => {
  const plan = planOf(await newStore(), operation)
  expect(plan).toContain(index)
  expect(plan.replace(/SCAN \w+ USING (?:COVERING )?INDEX/g, '')).not.toContain('SCAN')
})
