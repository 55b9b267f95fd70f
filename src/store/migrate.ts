import type { DatabaseSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { DeskError } from '#kernel/errors.ts'
import type { Migration } from '#ports/migration.ts'
import { namedError } from './sqlite-error.ts'

/**
 * Brings the schema of one owner (the store, an integration) up to its last step, in one transaction.
 * @throws DeskError DATABASE_NEWER where the database knows steps that this version does not; DATABASE_CORRUPT, DISK_FULL
 */
export async function migrate(
  connection: DatabaseSync,
  file: string,
  owner: string,
  steps: readonly Migration[],
): Promise<void> {
  try {
    await bringUp(connection, file, owner, steps)
  } catch (error) {
    throw namedError(error, file)
  }
}

async function bringUp(
  connection: DatabaseSync,
  file: string,
  owner: string,
  steps: readonly Migration[],
): Promise<void> {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS schema_steps (owner TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (owner, name))',
  )
  const done = new Set(
    connection
      .prepare('SELECT name FROM schema_steps WHERE owner = ? ORDER BY name')
      .all(owner)
      .map((row) => String(row.name)),
  )
  const known = new Set(steps.map((step) => step.name))
  const foreign = [...done].find((name) => !known.has(name))
  if (foreign) throw new DeskError('DATABASE_NEWER', { file, found: foreign, known: steps.at(-1)?.name ?? 'nothing' })
  const missing = steps.filter((step) => !done.has(step.name))
  if (missing.length === 0) return
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new ConnectionDriver(connection),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  await db.transaction().execute(async (transaction) => {
    for (const step of missing) {
      await step.up(transaction)
      await transaction.executeQuery(
        CompiledQuery.raw('INSERT INTO schema_steps (owner, name) VALUES (?, ?)', [owner, step.name]),
      )
    }
  })
}

/** Kysely's driver over a connection that is already open. */
class ConnectionDriver implements Driver {
  readonly #connection: DatabaseConnection
  constructor(database: DatabaseSync) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery) {
        const rows = database.prepare(query.sql).all(...(query.parameters as string[]))
        return { rows: rows as R[] }
      },
      // biome-ignore lint/correctness/useYield: the interface wants a generator; migrations never stream.
      async *streamQuery() {
        throw new Error('migrations do not stream')
      },
    }
  }
  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('BEGIN IMMEDIATE'))
  }
  async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('COMMIT'))
  }
  async rollbackTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('ROLLBACK'))
  }
  async releaseConnection() {}
  async destroy() {}
}
