/** Structured log. Fields are ids, codes and numbers: never texts, names, addresses or secrets. */
export interface Log {
  debug(fields: LogFields, message: string): void
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}
export type LogFields = Record<string, string | number | boolean | null | undefined>

/** A log that says nothing, for tests and commands. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
