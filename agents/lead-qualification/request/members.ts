import { z } from 'zod'
import { PERIODS } from '#kernel/deal.ts'
import { Band } from '#kernel/lead.ts'

const read = <T extends z.ZodType>(value: T) => z.object({ value, span: z.string() }).nullable().default(null)
const words = z.string().nullable().default(null)

/** Somebody a member names. */
export const Named = z.object({ name: words, email: words, phone: words, role: words })
export type Named = z.infer<typeof Named>

/** A lead, or people off a card, as a member writes them down. */
const Add = z.object({
  do: z.literal('add'),
  people: z.array(Named).max(10),
  company: z.object({ name: words, domain: words }),
  /** Where it comes from: "the meetup". */
  source: words,
  /** Who sent it: "Omar". */
  sentBy: words,
  /** What it wants, in the member's words. */
  wants: words,
  asked: words,
  /** The meeting it wants, as one would ask for it: "demo next wk". */
  meeting: words,
  /** What is to be put into the pipeline: "put 8k in pipeline". */
  deal: words,
  /** Other requests of the message, in its words. */
  others: z.array(z.string()).max(5),
  industry: read(z.string()),
  headcount: read(z.number().int()),
  region: read(z.string()),
  budget: read(z.object({ amountMinor: z.number().int(), currency: z.string(), period: z.enum(PERIODS).nullable() })),
  timeline: read(z.object({ timeline: z.enum(['dated', 'vague', 'none']), by: words })),
  /** The whole message, cut. */
  text: z.string(),
})
/** What both say: a lead, and the people of a card. */
export type WrittenDown = Omit<z.infer<typeof Add>, 'do'>

/** Which lead is meant: the words that name it; "it" and its like are the one spoken of last. */
const which = {
  who: words,
  /** Id of the one that was chosen when it was asked which. */
  picked: words,
}

/** What a member asks about leads. */
export const MemberAsk = z.discriminatedUnion('do', [
  Add,
  /** Off a business card, or a list of them: people and a company for the file, no lead. */
  Add.extend({
    do: z.literal('card'),
    /** What looked odd was confirmed. */
    sure: z.boolean().default(false),
  }),
  z.object({ do: z.literal('why'), ...which }),
  z.object({ do: z.literal('override'), ...which, band: Band.nullable(), reason: words }),
  z.object({ do: z.literal('digest'), text: z.string() }),
  z.object({ do: z.literal('never'), pattern: words }),
])
export type MemberAsk = z.infer<typeof MemberAsk>

/** A member's request, as the agent keeps it while a question is open. */
export const FromTeam = z.object({ side: z.literal('team'), ask: MemberAsk })
export type FromTeam = z.infer<typeof FromTeam>
