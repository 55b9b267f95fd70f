import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openHome } from '#app/home.ts'
import { defaultPolicy } from '#policy/policy.ts'
import { Runner } from '../src/cli/run.ts'
import { parseLine } from '../src/cli/run-line.ts'

// Writes test/fixtures/schema/<version>.sql: a home of this version with a little of everything in it. Run it once, when a
// version is released; the test over that folder holds every later version to opening it.

const LINES = [
  { id: '1', at: '2026-11-23T09:00:00Z', text: 'book 30 min tomorrow at 3pm called Budget' },
  { id: '2', at: '2026-11-23T09:01:00Z', text: 'remind me to call Jo on Friday at 9' },
  { id: '3', at: '2026-11-23T09:02:00Z', text: 'book a call with jo@acme.example on Thursday at 2pm' },
]

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
const folder = mkdtempSync(join(tmpdir(), 'nightdesk-fixture-'))
const home = openHome(folder)
const runner = await Runner.open(home, { policy: defaultPolicy({ zone: 'Europe/London' }), dry: false, yes: false })
for (const [at, line] of LINES.entries()) {
  await runner.line(parseLine(JSON.stringify({ ...line, from: { kind: 'member', id: 'owner' } }), at + 1), at + 1)
}
await runner.close()
writeFileSync(
  new URL(`../test/fixtures/schema/${version}.sql`, import.meta.url),
  dump(new DatabaseSync(home.database, { readOnly: true })),
)
rmSync(folder, { recursive: true, force: true })

/** A database as the statements that make it again, tables first, in the order they were made. */
function dump(database: DatabaseSync): string {
  const objects = database
    .prepare(
      "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type = 'index', rowid",
    )
    .all()
  const made = objects.map((object) => `${String(object.sql)};`)
  const rows = objects.flatMap((object) => {
    if (object.type !== 'table') return []
    return database
      .prepare(`SELECT * FROM "${String(object.name)}"`)
      .all()
      .map((row) => {
        const names = Object.keys(row).map((name) => `"${name}"`)
        return `INSERT INTO "${String(object.name)}" (${names.join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')});`
      })
  })
  return `${[...made, ...rows].join('\n')}\n`
}

function literal(value: unknown): string {
  if (value === null) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
}
