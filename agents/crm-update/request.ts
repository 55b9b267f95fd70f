import { z } from 'zod'
import { Outside } from './request/outside.ts'
import { Write } from './request/write.ts'

/**
 * What a message asks of the records, as far as its words say: one of several kinds, each with a reader and a rule of its own.
 */
export const Request = z.discriminatedUnion('kind', [Write, Outside])
export type Request = z.infer<typeof Request>
