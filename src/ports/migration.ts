import type { Kysely } from 'kysely'

/** One step of an owner's schema. Once released it is never edited: a later one changes what it made. */
export interface Migration {
  /** Its file's name, as `0007-shown`: noted in the database once it ran. Names sort in the order in which they run. */
  name: string
  up(db: Kysely<unknown>): Promise<void>
}
