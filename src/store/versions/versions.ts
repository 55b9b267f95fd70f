import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'
import type { StoreTables } from '../tables.ts'

/** A version that is tried beside the one in force. */
export interface Trial {
  version: string
  /** `shadow` acts on nothing; `canary` does the tasks of some. */
  how: 'shadow' | 'canary'
  /** Of a canary: so many of a hundred tasks, and every task of these members. */
  percent: number
  members: readonly string[]
}

/** What is in force of an agent since a change. */
export interface VersionChange {
  agent: string
  active: string
  before: string | null
  trial: Trial | null
  what: 'use' | 'try' | 'stop' | 'rollback'
  by: string
  atMs: number
}

/** A change as its row, but for what the database adds. */
type Row = Pick<StoreTables['versions'], (typeof columns)[number]>
const columns = [
  'agent',
  'active',
  'before',
  'candidate',
  'trial',
  'percent',
  'members',
  'what',
  'changed_by',
  'at_ms',
] as const

const insert = statement(($: Row, db) =>
  db.insertInto('versions').values({
    agent: $.agent,
    active: $.active,
    before: $.before,
    candidate: $.candidate,
    trial: $.trial,
    percent: $.percent,
    members: $.members,
    what: $.what,
    changed_by: $.changed_by,
    at_ms: $.at_ms,
  }),
)
/** From now on this is in force. */
export function* putVersions({ trial, by, atMs, ...change }: VersionChange): Operation<void> {
  yield* insert({
    ...change,
    candidate: trial?.version ?? null,
    trial: trial?.how ?? null,
    percent: trial?.percent ?? 0,
    members: JSON.stringify(trial?.members ?? []),
    changed_by: by,
    at_ms: atMs,
  })
}

const newest = statement(($: { agent: string }, db) =>
  db.selectFrom('versions').select(columns).where('agent', '=', $.agent).orderBy('seq', 'desc').limit(1),
)
const brought = statement(($: { agent: string; active: string }, db) =>
  db
    .selectFrom('versions')
    .select(columns)
    .where('agent', '=', $.agent)
    .where('active', '=', $.active)
    .where('what', '=', 'use')
    .orderBy('seq', 'desc')
    .limit(1),
)

const changeOf = ({ candidate, trial, percent, members, changed_by: by, at_ms: atMs, ...row }: Row): VersionChange => ({
  ...row,
  trial:
    candidate === null || trial === null
      ? null
      : { version: candidate, how: trial, percent, members: JSON.parse(members) as string[] },
  by,
  atMs,
})

/** The last change of an agent, or undefined where nobody ever changed anything. */
export function* lastChange(agent: string): Operation<VersionChange | undefined> {
  const row = yield* first(newest({ agent }))
  return row && changeOf(row)
}

const count = statement((_$: Record<never, never>, db) =>
  db.selectFrom('versions').select((of) => of.fn.countAll<number>().as('changes')),
)
/** How often anything was changed so far. */
export function* changesMade(): Operation<number> {
  return Number((yield* first(count({})))?.changes ?? 0)
}

const note = statement(($: { event: number; said: string }, db) =>
  db
    .updateTable('versions')
    .set({ event: $.event, said: $.said })
    .where('seq', '=', (from) => from.selectFrom('versions').select((of) => of.fn.max('seq').as('seq'))),
)
const told = statement(($: { event: number }, db) =>
  db.selectFrom('versions').select('said').where('event', '=', $.event).limit(1),
)
/**
 * Changes versions for one message, once: a message that is delivered again is told what it was told, and changes nothing.
 * @param change makes the change, if it makes any, and says what came of it
 */
export function* changeOnce(event: number, change: () => Operation<string>): Operation<string> {
  const before = yield* first(told({ event }))
  if (before?.said) return before.said
  const changes = yield* changesMade()
  const said = yield* change()
  if ((yield* changesMade()) > changes) yield* note({ event, said })
  return said
}

/** The change that last put a version in force, or undefined where it came with the release. */
export function* changeTo(agent: string, active: string): Operation<VersionChange | undefined> {
  const row = yield* first(brought({ agent, active }))
  return row && changeOf(row)
}

const newestOfAll = statement((_$: Record<never, never>, db) =>
  db
    .selectFrom('versions')
    .select(columns)
    .where('seq', 'in', (from) =>
      from
        .selectFrom('versions')
        .select((of) => of.fn.max('seq').as('seq'))
        .groupBy('agent'),
    )
    .orderBy('agent'),
)
/** The last change of every agent of which anything was ever changed. */
export function* lastChanges(): Operation<VersionChange[]> {
  return (yield* newestOfAll({})).map(changeOf)
}
