import { z } from 'zod'
import { canonical } from '#kernel/ids.ts'

/**
 * A typed request as it is kept: fields that say only what their schema fills in by itself are left out, so that a task costs
 * the disk what was understood, and not the list of what might have been. Parsing it again gives the whole of it.
 */
export function leanBy(schema: z.ZodType): (request: unknown) => unknown {
  const filled = schema instanceof z.ZodObject ? filledIn(schema) : new Map<string, string>()
  return (request) =>
    filled.size === 0 || typeof request !== 'object' || request === null
      ? request
      : Object.fromEntries(Object.entries(request).filter(([field, value]) => filled.get(field) !== canonical(value)))
}

/** Fields a schema can do without, and what it puts there. */
function filledIn({ shape }: z.ZodObject): Map<string, string> {
  return new Map(
    Object.entries(shape).flatMap(([field, schema]) => {
      const parsed = z.safeParse(schema, undefined)
      return parsed.success && parsed.data !== undefined ? [[field, canonical(parsed.data)] as const] : []
    }),
  )
}
