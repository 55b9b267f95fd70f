import { type Local, openLocal } from '#integrations/local/index.ts'
import { localSteps } from '#integrations/local/migrations.ts'
import { memberByAddress, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import { migrate } from '#store/migrate.ts'
import { storeSteps } from '#store/migrations.ts'
import { openSqlite, type SqliteStore } from '#store/sqlite.ts'
import type { Home } from './home.ts'

/** What a home keeps: the truth, and the embedded calendar and CRM in it. */
export interface Stores {
  sql: SqliteStore
  local: Local
}

/**
 * Opens the database of a home and brings it up to date; close `sql` when done.
 * @throws DeskError DATABASE_CORRUPT, DATABASE_NEWER
 */
export async function openStores({ database }: Pick<Home, 'database'>, policy: () => Policy): Promise<Stores> {
  const sql = openSqlite(database)
  try {
    await migrate(sql.connection, database, 'store', storeSteps)
    await migrate(sql.connection, database, 'local', localSteps)
  } catch (error) {
    sql.connection.close()
    throw error
  }
  const local = openLocal({
    sql,
    isMember: (address) => memberByAddress(policy(), address) !== undefined,
    ownerAddress: (owner) => memberById(policy(), owner)?.email ?? null,
    pipeline: () => ({ stages: policy().crm.stages, currency: policy().company.currency }),
  })
  return { sql, local }
}
