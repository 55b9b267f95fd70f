/** Rows as the driver gives them. */
export type Rows = readonly Record<string, unknown>[]

export type Dialect = 'sqlite' | 'postgres'

/** One query with its values; each engine has its own text for it. */
export interface Query {
  textFor(dialect: Dialect): string
  valuesFor(dialect: Dialect): readonly unknown[]
}

/**
 * One durable operation, written once for both engines: it yields queries and is given their rows. SQLite runs it to its
 * end without a pause inside one SAVEPOINT; PostgreSQL awaits each query inside one transaction. It must not await.
 */
export type Operation<T> = Generator<Query, T, Rows>

/** The truth. Operations see the effects of those queued before them. */
export interface Sql {
  readonly dialect: Dialect
  /**
   * Runs the operation in its place in the order, shares a group commit, and answers when that is on the disk. A throwing
   * operation is rolled back alone. `lazy`: answered at once; a crash may take it, together with everything after it.
   * @throws DeskError DISK_FULL, DATABASE_CORRUPT
   */
  write<T>(operation: () => Operation<T>, options?: { lazy?: boolean }): Promise<T>
  /** Runs a read-only operation at once. It sees everything written before it. */
  read<T>(operation: () => Operation<T>): Promise<T>
  /**
   * Takes writes again after a failed commit made the store refuse them. Work in hand must have been dropped before.
   * @throws DeskError DISK_FULL while it still cannot be written
   */
  revive(): void
}
