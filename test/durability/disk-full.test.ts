import { expect, test } from 'vitest'
import { DeskError } from '#kernel/errors.ts'
import { openFlags } from '#store/flags/flag-rows.ts'
import type { SqliteStore } from '#store/sqlite.ts'
import { makeConversation } from '../harness/conversation.ts'
import { tempHome } from '../harness/home.ts'
import { referenceOf, stateDifferences } from '../harness/kill.ts'
import { Random } from '../harness/random.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'
import { breachesIn, stateOf } from '../harness/state.ts'

/** Lets the database grow by so many pages and no more, as a disk does that is nearly full. */
function leaveRoom(sql: SqliteStore, pages: number): void {
  const now = Number(sql.connection.prepare('PRAGMA page_count').get()?.page_count)
  sql.connection.exec(`PRAGMA max_page_count = ${now + pages}`)
}
const makeRoom = (sql: SqliteStore): void => sql.connection.exec('PRAGMA max_page_count = 1000000')

/** Sends a line until it is taken. @returns how often the disk was full */
async function sendUntilTaken(desk: TestDesk, line: Line, onFull: () => void): Promise<number> {
  for (let full = 0; ; full++) {
    try {
      await desk.send(line)
      return full
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'DISK_FULL' || full > 20) throw error
      onFull()
    }
  }
}

test('a disk that fills up again and again costs nothing but time', async () => {
  const reference = await referenceOf((send) => makeConversation(new Random(27), 30, send))
  const home = tempHome()
  const desk = await openDesk(home)
  const { sql } = desk.runner.composition
  const random = new Random(5)
  let full = 0
  for (const line of reference.lines) {
    leaveRoom(sql, random.int(0, 2))
    full += await sendUntilTaken(desk, line, () => makeRoom(sql))
    makeRoom(sql)
  }
  await desk.close()
  expect(full).toBeGreaterThan(3)
  expect(breachesIn(home.database, Date.parse(reference.lines.at(-1)?.at ?? ''))).toEqual([])
  expect(stateDifferences(reference.state, stateOf(home.database))).toEqual([])
})

test('while the disk is full: new messages are refused with a sentence, open flags stay readable, and it goes on by itself', async () => {
  const desk = await openDesk(tempHome())
  const { sql } = desk.runner.composition
  const from = { kind: 'member' as const, id: 'sam' }
  await desk.send({
    id: 'ask',
    at: '2026-11-23T09:00:00Z',
    from,
    text: 'book 30 min with jo@acme.io on Thursday at 11am',
  })
  leaveRoom(sql, 0)
  const long = (id: string): Line => ({
    id,
    at: '2026-11-23T09:01:00Z',
    from,
    text: `what is on tomorrow? ${'x'.repeat(9000)}`,
  })
  await expect(desk.send(long('late'))).rejects.toThrow(
    /^The disk that holds .* is full\. Free some space; nothing was lost, and the desk goes on by itself\.$/,
  )
  const open = await sql.read(openFlags)
  expect(open.map((flag) => flag.body.headline)).toEqual([expect.stringContaining('jo@acme.io')])
  makeRoom(sql)
  await expect
    .poll(
      () =>
        desk.send(long('late')).then(
          () => 'taken',
          () => 'refused',
        ),
      { timeout: 5000 },
    )
    .toBe('taken')
})
