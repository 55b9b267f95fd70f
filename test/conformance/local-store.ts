import { localSteps } from '#integrations/local/migrations.ts'
import type { Sql } from '#ports/sql.ts'
import { migrate } from '#store/migrate.ts'
import { openSqlite } from '#store/sqlite.ts'

/** An empty database in memory with the tables of the embedded calendar and contacts. */
export async function localStore(): Promise<{ sql: Sql; close(): void }> {
  const store = openSqlite(':memory:')
  await migrate(store.connection, ':memory:', 'local', localSteps)
  return { sql: store, close: () => store.close() }
}
