import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { Home } from '#app/home.ts'
import { currentHead, verifyAudit } from '#desk/watch/audit.ts'
import { openSqlite } from '#store/sqlite.ts'
import { tempFolder, tempHome } from '../harness/home.ts'
import { type Line, openDesk } from '../harness/runner.ts'

const say = (id: string, minute: number, who: string, text: string): Line => ({
  id,
  at: `2026-11-23T09:0${minute}:00Z`,
  from: { kind: 'member', id: who },
  text,
})

/** A home in which a flag was opened and approved; the head of its chain was written down in the middle and at the end. */
async function workedHome() {
  const home = tempHome()
  const desk = await openDesk(home)
  const { sql } = desk.runner.composition
  const flag = (await desk.send(say('1', 0, 'sam', 'book 30 min with jo@acme.io on Thursday at 11am'))).tasks[0]?.flag
  const early = await currentHead(sql)
  copyFileSync(home.database, join(home.folder, 'old.db'))
  copyFileSync(`${home.database}-wal`, join(home.folder, 'old.db-wal'))
  await desk.send({
    id: '2',
    at: '2026-11-23T09:01:00Z',
    from: { kind: 'member', id: 'mia' },
    decide: { flag: flag?.id ?? '', verb: 'approve' },
  })
  const late = await currentHead(sql)
  if (!early || !late) throw new Error('the chain is empty')
  return { home, desk, heads: [early, late] }
}

async function verify(home: Home, heads: Awaited<ReturnType<typeof workedHome>>['heads'], database = home.database) {
  const sql = openSqlite(database)
  try {
    return await verifyAudit(sql, home.auditKey, heads)
  } finally {
    await sql.close()
  }
}

function tamper(home: Home, statement: string): void {
  const connection = new DatabaseSync(home.database)
  connection.exec(statement)
  connection.close()
}

test('why: what was asked, by whom, which rule spoke, which version, who approved, what it cost', async () => {
  const { desk } = await workedHome()
  const { reply } = await desk.send(say('3', 3, 'sam', 'why'))
  expect(reply).toMatch(/Asked: "book 30 min with jo@acme\.io on Thursday at 11am" by Sam Ortiz \(member, verified\)/)
  expect(reply).toMatch(
    /Handled by scheduling \d+\.\d+\.\d+ \(pack \d+\.\d+\.\d+, [0-9a-f]{16}; no model\), understood by rules, policy \w+\. Cost 0 calls, 0 tokens/,
  )
  expect(reply).toMatch(
    /calendar\.create \(\w+\.0\): done\..*Policy: scheduling\.autonomy\.external_new: act_with_approval/,
  )
  expect(reply).toMatch(/Flag f\w+ \(AUTHORITY\).*approved by Mia Chen/)
})

test('an untouched chain verifies, with the heads written down outside', async () => {
  const { home, desk, heads } = await workedHome()
  await desk.close()
  expect(await verify(home, heads)).toMatchObject({ rows: heads[1]?.seq, erased: 0, problem: null })
})

test.each([
  [
    'a changed payload',
    "UPDATE audit_payloads SET payload = replace(payload, 'approve', 'decline') WHERE payload LIKE '%\"verb\":\"approve\"%'",
    /its payload was changed/,
  ],
  [
    'a changed row',
    "UPDATE audit SET what = 'flag.expired' WHERE what = 'flag.decided'",
    /it, or its place in the chain, was changed/,
  ],
  ['a row taken out', 'DELETE FROM audit WHERE seq = 2', /a row is missing before it/],
  [
    'a tail cut off',
    'DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)',
    /the end was cut off, or an old copy was put back/,
  ],
])('%s is found, and the first bad row is named', async (_what, statement, problem) => {
  const { home, desk, heads } = await workedHome()
  await desk.close()
  tamper(home, statement)
  const report = await verify(home, heads)
  expect(report.problem?.what).toMatch(problem)
  expect(report.problem?.row).toBeGreaterThan(1)
})

test('an old copy that was put back is found, though its chain is whole', async () => {
  const { home, desk, heads } = await workedHome()
  await desk.close()
  const folder = tempFolder()
  for (const suffix of ['', '-wal'])
    copyFileSync(join(home.folder, `old.db${suffix}`), join(folder, `desk.db${suffix}`))
  const old = join(folder, 'desk.db')
  expect((await verify(home, [], old)).problem).toBeNull()
  expect((await verify(home, heads, old)).problem?.what).toMatch(/an old copy was put back/)
})

test('an old copy that went on by itself is found by the row that is another one', async () => {
  const { home, desk, heads } = await workedHome()
  await desk.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(home.database + suffix, { force: true })
  for (const suffix of ['', '-wal']) copyFileSync(join(home.folder, `old.db${suffix}`), home.database + suffix)
  const again = await openDesk(home)
  for (const [at, hour] of ['9am', '10am', '1pm', '2pm', '3pm'].entries())
    await again.send(say(`n${at}`, 5, 'sam', `book 30 min with Priya on Friday at ${hour}`))
  await again.close()
  expect((await verify(home, [])).problem).toBeNull()
  expect((await verify(home, heads)).problem?.what).toMatch(/the database was replaced/)
})
