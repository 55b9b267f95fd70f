import { statementsOver } from '#ports/statement.ts'
import type { StoreTables } from './tables.ts'

/** Makes statements over the core tables. */
export const statement = statementsOver<StoreTables>()
