import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { first, statementsOver } from '#ports/statement.ts'
import { migrate } from './migrate.ts'
import { storeSteps } from './migrations.ts'
import { openSqlite } from './sqlite.ts'
import type { StoreTables } from './tables.ts'

const statement = statementsOver<StoreTables>()
const put = statement(($: { name: string; value: string }, db) =>
  db.insertInto('settings').values({ name: $.name, value: $.value }),
)
const get = statement(($: { name: string }, db) => db.selectFrom('settings').select('value').where('name', '=', $.name))

async function fresh() {
  const file = join(mkdtempSync(join(tmpdir(), 'store-')), 'desk.db')
  const store = openSqlite(file)
  await migrate(store.connection, file, 'store', storeSteps)
  return { file, store }
}

test('a throwing operation is rolled back alone; its neighbours in the same commit stand', async () => {
  const { store } = await fresh()
  const ran = await Promise.allSettled([
    store.write(() => put({ name: 'a', value: '1' })),
    store.write(function* () {
      yield* put({ name: 'b', value: '2' })
      throw new Error('half way')
    }),
    store.write(() => put({ name: 'c', value: '3' })),
  ])
  expect(ran.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(store.flushes).toBe(1)
  const value = (name: string) => store.read(() => first(get({ name })))
  expect([await value('a'), await value('b'), await value('c')]).toEqual([{ value: '1' }, undefined, { value: '3' }])
})

test('a lazy operation rides along, and alone does not wait for the disk', async () => {
  const { store } = await fresh()
  await store.write(() => put({ name: 'a', value: '1' }), { lazy: true })
  expect(store.flushes).toBe(0)
  await Promise.all([
    store.write(() => put({ name: 'b', value: '1' }), { lazy: true }),
    store.write(() => put({ name: 'c', value: '1' })),
  ])
  expect(store.flushes).toBe(1)
})

test('migrating again does nothing, and a database of a newer version is refused with a sentence', async () => {
  const { file, store } = await fresh()
  await migrate(store.connection, file, 'store', storeSteps)
  store.connection.exec("INSERT INTO schema_steps VALUES ('store', '9999-from-the-future')")
  await expect(migrate(store.connection, file, 'store', storeSteps)).rejects.toThrow(
    /newer Nightdesk \(9999-from-the-future/,
  )
})
