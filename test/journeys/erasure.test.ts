import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { verifyAudit } from '#desk/watch/audit.ts'
import { openSqlite } from '#store/sqlite.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk } from '../harness/runner.ts'
import { readOnly } from '../harness/state.ts'

const say = (id: string, minute: number, who: string, text: string): Line => ({
  id,
  at: `2026-11-23T09:0${minute}:00Z`,
  from: { kind: 'member', id: who },
  text,
})

/** Rows, of any table but the calendar's, that still hold a word. */
const mentions = (database: string, word: string): string[] =>
  readOnly(database, (connection) => {
    const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    return tables.flatMap(({ name }) => {
      if (String(name).startsWith('local_')) return []
      const rows = connection.prepare(`SELECT * FROM "${name}"`).all()
      return rows
        .map((row) => JSON.stringify(row))
        .filter((row) => row.includes(word))
        .map((row) => `${name}: ${row}`)
    })
  })

test('a person is erased by an approver: nothing of them is left in the desk, and the chain still verifies', async () => {
  const home = tempHome()
  const desk = await openDesk(home)
  const flag = (await desk.send(say('1', 0, 'sam', 'book 30 min with jo@acme.io on Thursday at 11am'))).tasks[0]?.flag
  await desk.send({
    id: '2',
    at: '2026-11-23T09:01:00Z',
    from: { kind: 'member', id: 'mia' },
    decide: { flag: flag?.id ?? '', verb: 'approve' },
  })
  await desk.send(say('3', 2, 'sam', 'book 30 min with Priya on Friday at 11am'))
  const { sql } = desk.runner.composition
  const before = await verifyAudit(sql, home.auditKey, [])

  const refused = await desk.send(say('4', 3, 'sam', 'erase jo@acme.io'))
  expect(refused.reply).toMatch(/^I can't do that: erasing what is known of a person is for Mia Chen or Lee Park\.$/)
  const done = await desk.send(say('5', 4, 'mia', 'erase jo@acme.io'))
  expect(done.reply).toMatch(
    /^Erased: \d+ audit payloads, \d+ messages, \d+ tasks, \d+ actions\. The audit chain still verifies\.$/,
  )
  await desk.close()

  expect(mentions(home.database, 'jo@acme.io')).toEqual([])
  expect(mentions(home.database, 'Priya').length).toBeGreaterThan(0)
  const again = openSqlite(home.database)
  const after = await verifyAudit(again, home.auditKey, [])
  await again.close()
  expect(after.problem).toBeNull()
  expect(after.rows).toBe(before.rows + 1)
  expect(after.erased).toBeGreaterThan(0)
  // Neither in the unused parts of the files. (The meeting itself stays: the calendar is the team's record.)
  expect(readFileSync(home.checkpoints).includes('jo@acme.io')).toBe(false)
  expect(readFileSync(home.database).includes('with jo@acme.io on Thursday')).toBe(false)
})
