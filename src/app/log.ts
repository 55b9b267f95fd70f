import { destination, pino } from 'pino'
import type { Log } from '#ports/log.ts'

/**
 * The desk's log: JSON lines on standard error, so that standard output stays a command's own. Fields are ids, codes and
 * numbers by the port's contract; the redaction is a second lock for the names that must never pass.
 */
export function pinoLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          'text',
          'email',
          'phone',
          'token',
          'authorization',
          'cookie',
          'password',
          '*.text',
          '*.email',
          '*.phone',
          '*.token',
        ],
        censor: '(hidden)',
      },
    },
    destination({ fd: 2, sync: false }),
  )
}
