import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TEAM_POLICY, tempFolder, tempHome } from '../harness/home.ts'
import { runProgram } from '../harness/process.ts'
import { readOnly } from '../harness/state.ts'

const calendar = (events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', ...events, 'END:VCALENDAR', ''].join('\r\n')

function event(at: number, ...more: string[]): string {
  const day = new Date(Date.UTC(2026, 0, 1 + (at % 700))).toISOString().slice(0, 10).replaceAll('-', '')
  const hour = String(Math.floor(at / 700) % 24).padStart(2, '0')
  const times = [`DTSTART:${day}T${hour}0000Z`, `DTEND:${day}T${hour}3000Z`]
  return ['BEGIN:VEVENT', `UID:e${at}`, ...times, `SUMMARY:Event ${at}`, ...more, 'END:VEVENT'].join('\r\n')
}

/** Imports a calendar with the real program, into a home of its own. */
async function importCalendar(text: string) {
  const home = tempHome()
  const file = join(tempFolder(), 'calendar.ics')
  writeFileSync(file, text)
  const args = ['import', 'calendar', file, '--home', home.folder, '--policy', TEAM_POLICY, '--for', 'mia']
  const run = await runProgram(args, { json: false })
  const count = () =>
    readOnly(home.database, (connection) =>
      Number(connection.prepare('SELECT count(*) AS n FROM local_events').get()?.n),
    )
  return { ...run, file, count }
}

test('a calendar with a rule by the second is refused with its line, and nothing of it is taken', async () => {
  const run = await importCalendar(calendar([event(1), event(2, 'RRULE:FREQ=SECONDLY;COUNT=5')]))
  expect(run.stderr).toMatch(new RegExp(`^${run.file}, line \\d+.*SECONDLY.*\\.\\n$`))
  expect([run.status, run.count()]).toEqual([1, 0])
})

test('fifty thousand events are taken in', { timeout: 60_000 }, async () => {
  const many = 50_000
  const run = await importCalendar(calendar(Array.from({ length: many }, (_one, at) => event(at))))
  expect(run.stdout).toBe(`${many} added, 0 changed, 0 as they were.\n`)
  expect([run.status, run.count()]).toEqual([0, many])
})

test('two million rows are refused with the limit named, in little memory, and nothing of them is taken', {
  timeout: 60_000,
}, async () => {
  const home = tempHome()
  const file = join(tempFolder(), 'contacts.csv')
  writeFileSync(file, `name\n${'Jo\n'.repeat(2_000_000)}`)
  const args = ['import', 'contacts', file, '--home', home.folder, '--policy', TEAM_POLICY]
  const run = await runProgram(args, { json: false, environment: { NODE_OPTIONS: '--max-old-space-size=160' } })
  expect(run.stderr).toBe(`${file} holds more than 100000 contacts. Split it and import the parts.\n`)
  expect(run.status).toBe(1)
  const onFile = readOnly(home.database, (connection) =>
    Number(connection.prepare('SELECT count(*) AS n FROM local_contacts').get()?.n),
  )
  expect(onFile).toBe(0)
})
