import type { LogFields } from '#ports/log.ts'

/** What a log may say of a thrown error: its class and where it came from. Its message may hold somebody's words. */
export const faultFields = (error: unknown): LogFields => ({
  error: error instanceof Error ? error.name : 'unknown',
  at:
    error instanceof Error
      ? (error.stack
          ?.split('\n')
          .find((line) => /^\s+at /.test(line))
          ?.trim() ?? null)
      : null,
})
