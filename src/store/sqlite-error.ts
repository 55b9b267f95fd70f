import { DeskError } from '#kernel/errors.ts'

/** SQLite result codes that a person can do something about (sqlite.org/rescode.html); the low byte is the class. */
const FULL = 13
const CORRUPT = 11
const NOT_A_DATABASE = 26

/** What SQLite or the system says of a database file, in our own words where a person can do something about it. */
export function namedError(error: unknown, file: string): unknown {
  if (error instanceof DeskError) return error
  const code = (error as { errcode?: number }).errcode
  const system = (error as NodeJS.ErrnoException).code
  const problem = error instanceof Error ? error.message : String(error)
  if (system === 'ENOSPC' || (code !== undefined && (code & 0xff) === FULL))
    return new DeskError('DISK_FULL', { home: file }, { cause: error })
  if (code !== undefined && [CORRUPT, NOT_A_DATABASE].includes(code & 0xff)) {
    return new DeskError('DATABASE_CORRUPT', { file, problem }, { cause: error })
  }
  return error
}
