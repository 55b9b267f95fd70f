import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Operation } from '#ports/sql.ts'
import { holdSlot, SlotTaken } from '#store/holds/holds.ts'
import { migrate } from '#store/migrate.ts'
import { storeSteps } from '#store/migrations.ts'
import { putSetting } from '#store/settings.ts'
import { openSqlite, type SqliteStore } from '#store/sqlite.ts'
import { tempFolder } from '../harness/home.ts'
import { readOnly } from '../harness/state.ts'

const BUCKET_MS = 5 * 60_000
const NOW_MS = Date.parse('2026-11-23T09:00:00Z')

async function emptyStore(): Promise<{ file: string; store: SqliteStore }> {
  const file = join(tempFolder('memory'), 'desk.db')
  const store = openSqlite(file)
  await migrate(store.connection, file, 'store', storeSteps)
  return { file, store }
}

const settingsIn = (file: string): Record<string, string> =>
  readOnly(file, (connection) =>
    Object.fromEntries(
      connection
        .prepare('SELECT name, value FROM settings')
        .all()
        .map((row) => [String(row.name), String(row.value)]),
    ),
  )

const write = fc.record({
  names: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 4 }),
  /** Throws after so many of them; null: not at all. */
  throwsAfter: fc.option(fc.nat(4)),
  lazy: fc.boolean(),
})

test('operations that throw leave nothing, those that do not leave everything, in whatever batches they come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(write, { maxLength: 6 }), { maxLength: 4 }), async (batches) => {
      const { file, store } = await emptyStore()
      const wanted: Record<string, string> = {}
      let number = 0
      for (const batch of batches) {
        const ran = batch.map(({ names, throwsAfter, lazy }) => {
          const value = String(number++)
          const operation = function* (): Operation<string> {
            for (const [at, name] of names.entries()) {
              if (at === throwsAfter) throw new Error(value)
              yield* putSetting(name, value)
            }
            return value
          }
          const throws = throwsAfter !== null && throwsAfter < names.length
          if (!throws) for (const name of names) wanted[name] = value
          return {
            answer: store.write(operation, { lazy }).catch((error: Error) => `threw ${error.message}`),
            throws,
            value,
          }
        })
        for (const { answer, throws, value } of ran) expect(await answer).toBe(throws ? `threw ${value}` : value)
      }
      await store.close()
      expect(settingsIn(file)).toEqual(wanted)
    }),
    { numRuns: 60 },
  )
})

const slot = fc.record({
  people: fc.uniqueArray(fc.constantFrom('mia@x.example', 'sam@x.example', 'lee@x.example'), { minLength: 1 }),
  from: fc.nat(11),
  buckets: fc.integer({ min: 1, max: 6 }),
})

test('a slot is held for everybody in it or for nobody, and never twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(slot, { maxLength: 12 }), async (slots) => {
      const { file, store } = await emptyStore()
      const wanted: Record<string, string> = {}
      const asked = slots.map(({ people, from, buckets }, at) => {
        const wants = people.flatMap((person) =>
          Array.from({ length: buckets }, (_one, index) => `${person} ${NOW_MS / BUCKET_MS + from + index}`),
        )
        const isFree = wants.every((one) => !(one in wanted))
        if (isFree) for (const one of wants) wanted[one] = `t${at}.0`
        const startMs = NOW_MS + from * BUCKET_MS
        const hold = { people, startMs, endMs: startMs + buckets * BUCKET_MS, key: `t${at}.0`, expiresMs: NOW_MS + 1e9 }
        return {
          isFree,
          ran: store
            .write(() => holdSlot(hold, NOW_MS))
            .then(
              () => null,
              (error: unknown) => error,
            ),
        }
      })
      for (const { isFree, ran } of asked) {
        if (isFree) expect(await ran).toBeNull()
        else expect(await ran).toBeInstanceOf(SlotTaken)
      }
      await store.close()
      const held = readOnly(file, (connection) => connection.prepare('SELECT person, bucket, key FROM holds').all())
      expect(Object.fromEntries(held.map((row) => [`${row.person} ${row.bucket}`, row.key]))).toEqual(wanted)
    }),
    { numRuns: 60 },
  )
})
