import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Dialect, Operation, Query, Rows } from './sql.ts'

/** Stands in a compiled query for a value that is known only at the call. */
class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const placeholders = new Proxy({}, { get: (_target, name) => new Placeholder(String(name)) })

const builders: Record<Dialect, Kysely<unknown>> = {
  sqlite: new Kysely({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  postgres: new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
}

/**
 * A maker of statements over one set of tables. `$` stands for the arguments: `$.id` is a placeholder of the type of
 * `id`, so a statement is compiled once per engine and costs a map look-up after that. Lists cannot be placeholders.
 */
export function statementsOver<Tables>() {
  return function statement<Args, Row>(
    build: ($: Args, db: Kysely<Tables>) => Compilable<Row>,
  ): (args: Args) => Operation<Row[]> {
    const compiled = new Map<Dialect, { text: string; slots: readonly unknown[] }>()
    const compiledFor = (dialect: Dialect) => {
      let known = compiled.get(dialect)
      if (!known) {
        const query = build(placeholders as Args, builders[dialect] as Kysely<Tables>).compile()
        known = { text: query.sql, slots: query.parameters }
        compiled.set(dialect, known)
      }
      return known
    }
    return function* run(args: Args): Operation<Row[]> {
      const query: Query = {
        textFor: (dialect) => compiledFor(dialect).text,
        valuesFor: (dialect) =>
          compiledFor(dialect).slots.map((slot) =>
            slot instanceof Placeholder ? (args as Record<string, unknown>)[slot.name] : slot,
          ),
      }
      const rows: Rows = yield query
      return rows as Row[]
    }
  }
}

/** The first row of an operation that answers rows, or undefined. */
export function* first<Row>(operation: Operation<Row[]>): Operation<Row | undefined> {
  const rows = yield* operation
  return rows[0]
}
