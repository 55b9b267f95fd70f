import { z } from 'zod'
import { DeskError } from '#kernel/errors.ts'
import { DecisionVerb, type InboundDraft, Sender } from '#kernel/inbound.ts'

/** Who speaks; how far they are believed follows from the channel, never from the line. */
const From = Sender.omit({ assurance: true })

const instant = z
  .string()
  .refine(
    (text) => !Number.isNaN(Date.parse(text)) && /T.*(Z|[+-]\d\d:?\d\d)$/.test(text),
    'an ISO 8601 instant with its offset',
  )

/** A line of `nightdesk run`: a message, a decision or a tick. */
export const RunLine = z.object({
  id: z.string().min(1),
  at: instant,
  channel: z.string().min(1).default('console'),
  conversation: z.string().min(1).optional(),
  from: From.optional(),
  text: z.string().optional(),
  subject: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  replyTo: z.string().optional(),
  decide: z
    .object({ flag: z.string(), verb: DecisionVerb, edit: z.unknown().optional(), note: z.string().optional() })
    .optional(),
  tick: z.literal(true).optional(),
})
export type RunLine = z.infer<typeof RunLine>

/** Parses one line. @throws DeskError MALFORMED_LINE naming the line and what is wrong with it */
export function parseLine(text: string, line: number): RunLine {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new DeskError('MALFORMED_LINE', { line, problem: `it is not JSON (${(error as Error).message})` })
  }
  const parsed = RunLine.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.path.join('.') || 'the line'
    throw new DeskError('MALFORMED_LINE', { line, problem: `\`${field}\`: ${issue?.message ?? 'unknown'}` })
  }
  const { tick, decide, text: words, from } = parsed.data
  if (!tick && !from) throw new DeskError('MALFORMED_LINE', { line, problem: '`from` is missing' })
  if (!tick && !decide && words === undefined)
    throw new DeskError('MALFORMED_LINE', { line, problem: '`text`, `decide` or `tick` is missing' })
  return parsed.data
}

/** The event a line stands for; null for a tick, which only moves the clock. */
export function eventOf(line: RunLine): InboundDraft | null {
  if (line.tick || !line.from) return null
  const { id, channel, from, subject, fields, replyTo, decide } = line
  return {
    id,
    channel,
    conversation: line.conversation ?? `${channel}:${from.id}`,
    kind: decide ? 'decision' : 'message',
    from: withoutUndefined(from),
    text: line.text ?? '',
    atMs: Date.parse(line.at),
    ...(subject !== undefined && { subject }),
    ...(fields && { fields }),
    ...(replyTo !== undefined && { replyTo }),
    ...(decide && {
      decision: {
        flag: decide.flag,
        verb: decide.verb,
        ...(decide.edit !== undefined && { edit: decide.edit }),
        ...(decide.note !== undefined && { note: decide.note }),
      },
    }),
  }
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T
}
