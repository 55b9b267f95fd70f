import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { tempHome } from '../harness/home.ts'
import { openDefaultDesk } from '../harness/runner.ts'

const folder = new URL('../fixtures/schema/', import.meta.url)
const versions = readdirSync(folder)
const from = { kind: 'member' as const, id: 'owner' }

test('there is a fixture', () => expect(versions.length).toBeGreaterThan(0))

test.each(versions)('a home of %s opens, remembers what it did, and goes on', async (name) => {
  const home = tempHome()
  const database = new DatabaseSync(home.database)
  database.exec(readFileSync(new URL(name, folder), 'utf8'))
  database.close()
  const desk = await openDefaultDesk(home)
  const agenda = await desk.send({ id: 'a', at: '2026-11-23T10:00:00Z', from, text: "what's on tomorrow?" })
  expect(agenda.reply).toContain('Budget')
  const confirmed = await desk.send({ id: 'b', at: '2026-11-23T10:01:00Z', from, text: 'yes' })
  expect(confirmed.tasks).toMatchObject([{ intent: 'book', status: 'done' }])
  const reminded = await desk.send({ id: 'c', at: '2026-11-27T09:00:00Z', from, text: 'undo' })
  expect(reminded.also.map((one) => one.reply)).toContain('Reminder: call Jo')
  const first = await desk.send({
    id: '1',
    at: '2026-11-27T09:01:00Z',
    from,
    text: 'book 30 min tomorrow at 3pm called Budget',
  })
  expect(first.duplicate).toBe(true)
})
