import { z } from 'zod'
import { Outside } from './request/outside.ts'
import { ASKINGS, type Asking } from './request/query.ts'
import { Write } from './request/write.ts'

/**
 * What a message asks of the records, as far as its words say: one of several kinds, each with a reader and a rule of its own.
 */
export const Request = z.discriminatedUnion('kind', [Write, Outside, ...ASKINGS])
export type Request = z.infer<typeof Request>

const KINDS: ReadonlySet<string> = new Set(ASKINGS.map((one) => one.shape.kind.value))
/** Whether it is a question, or a change for many, and none that names what it changes. */
export const isAsking = (request: Request): request is Asking => KINDS.has(request.kind)
