import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { AccountDraft } from '#kernel/account.ts'
import { ActivityDraft } from '#kernel/activity.ts'
import { Contact } from '#kernel/contact.ts'
import { DealDraft } from '#kernel/deal.ts'
import { CalendarEvent } from '#kernel/event.ts'
import { Decision, Sender } from '#kernel/inbound.ts'
import { LeadDraft } from '#kernel/lead.ts'
import { parseMoney } from '#kernel/money.ts'
import { Reason } from '#kernel/reasons.ts'
import { Tier } from '#kernel/ruling.ts'
import { TaskStatus } from '#kernel/task.ts'
import { loadPolicy } from '#policy/load.ts'
import { parsePolicy } from '#policy/parse.ts'
import type { Policy } from '#policy/policy.ts'

/** Where the pages of a scenario's desk would be. */
export const PUBLIC_BASE = 'https://desk.example'

/** An event that is there before the first turn. People are policy ids or addresses. */
const SeedEvent = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** ISO instant in UTC, or a date for whole days. */
  start: z.string(),
  end: z.string(),
  by: z.string(),
  with: z.array(z.string()).default([]),
  /** Replies other than accepted, by person. */
  replies: z.record(z.string(), z.enum(['accepted', 'declined', 'tentative', 'needs_action'])).default({}),
  zone: z.string().default('Europe/London'),
  location: z.string().nullable().default(null),
  kind: CalendarEvent.shape.kind,
  shows: CalendarEvent.shape.shows,
  status: CalendarEvent.shape.status,
  /** Id of the series it is one of; the rule follows from how its instances lie. */
  series: z.string().nullable().default(null),
  /** RRULE of a series that begins with this event; its instances are `<id>#<start>`. */
  recurrence: CalendarEvent.shape.recurrence,
})
export type SeedEvent = z.infer<typeof SeedEvent>

const SeedContact = Contact.partial().required({ id: true, name: true, emails: true })

const id = z.string()
/** Money as the policy writes it (`24000 EUR`), in the place of `amountMinor` and `currency`. */
const amount = z.string().optional()

/** `amount: 24000 EUR` into the fields of a record. */
function withAmount(seed: unknown): unknown {
  if (typeof seed !== 'object' || seed === null || !('amount' in seed)) return seed
  const { amount: said, ...rest } = seed
  const money = parseMoney(amount.parse(said) ?? '')
  if (!money) throw new Error(`"${String(said)}" is no amount such as 24000 EUR`)
  return { ...rest, ...money }
}
const SeedAccount = AccountDraft.extend({ id })
const SeedDeal = z.preprocess(withAmount, DealDraft.safeExtend({ id }))
const SeedLead = z.preprocess(withAmount, LeadDraft.safeExtend({ id }))
const SeedActivity = ActivityDraft.extend({ id })

/** A regular expression over a text, case-insensitive. */
const Pattern = z.string().transform((source) => new RegExp(source, 'iu'))

/** What one task of a turn must come to. Everything left out is not looked at. */
const ExpectedTask = z.strictObject({
  agent: z.string().default('scheduling'),
  /** The router's intent; with the agent alone it is what the agent is given. */
  intent: z.string(),
  /** How the task stands after the turn, gate and all. */
  status: TaskStatus.optional(),
  /** Which rung of the ladder understood it. */
  tier: Tier.optional(),
  /** What the agent itself ruled, before the gate. */
  ruling: z.enum(['propose', 'ask', 'flag', 'answer', 'refuse', 'nothing']).optional(),
  /** All proposed actions, in order; `args` need only contain what is given here. */
  actions: z
    .array(
      z.strictObject({
        kind: z.string(),
        args: z.record(z.string(), z.unknown()).default({}),
        /** What became of it in the whole desk. */
        status: z.enum(['done', 'proposed', 'refused', 'failed', 'unsure', 'queued']).optional(),
      }),
    )
    .optional(),
  question: Pattern.optional(),
  /** Labels of the choices, in order, each matched in part. */
  choices: z.array(Pattern).optional(),
  flag: Reason.optional(),
  /** Policy id of whoever the flag is put to. */
  owner: z.string().optional(),
  /** What the agent itself says: question, answer, refusal, notes. */
  says: Pattern.optional(),
})

const Turn = z.strictObject({
  /** The clock moves to here first. */
  at: z.iso.datetime().optional(),
  /** A policy id, or somebody outside. */
  from: z.union([z.string(), Sender]),
  /** Needed once a scenario speaks in several places. */
  conversation: z.string().default('main'),
  channel: z.string().default('slack'),
  text: z.string().optional(),
  /** Of an e-mail; and what stood in the fields of a form. */
  subject: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  /** Instead of a text: what is decided about the newest open flag. */
  decide: Decision.partial({ flag: true }).optional(),
  expect: z.strictObject({
    tasks: z.array(ExpectedTask).default([]),
    /** What the whole desk answers; null: it says nothing. */
    reply: Pattern.nullable().optional(),
  }),
})
export type Turn = z.infer<typeof Turn>

/** A gold conversation: the clock stands still unless a turn moves it, and nothing is there but what it says. */
export const Scenario = z.strictObject({
  /** As in DOMAIN: `4.1.5`, `13.7`; a letter behind it where one number has several scenarios. */
  id: z.string().regex(/^\d+(\.\d+)+[a-z]?$/),
  title: z.string(),
  clock: z.iso.datetime(),
  /** Name of one of the teams in `policies/`, or the policy itself. */
  policy: z.union([z.string(), z.record(z.string(), z.unknown())]).default('northwind'),
  events: z.array(SeedEvent).default([]),
  contacts: z.array(SeedContact).default([]),
  /** Records as their drafts are; `amount: 24000 EUR` stands for the two fields of an amount. */
  accounts: z.array(SeedAccount).default([]),
  deals: z.array(SeedDeal).default([]),
  leads: z.array(SeedLead).default([]),
  activities: z.array(SeedActivity).default([]),
  /** Policy ids of people whose calendar cannot be read. */
  unreadable: z.array(z.string()).default([]),
  /**
   * What a model answers in it, by the step that asks and the words it is asked about; whatever else it is asked, it refuses. Such
   * a scenario is one that only a model can understand.
   */
  model: z.array(z.strictObject({ step: z.string(), text: z.string(), says: z.unknown() })).default([]),
  turns: z.array(Turn).min(1),
})
export type Scenario = z.infer<typeof Scenario>

/** Every scenario of a file, which is one YAML list. */
export function readScenarios(file: URL): Scenario[] {
  return z.array(Scenario).parse(parse(readFileSync(file, 'utf8'), { merge: true }))
}

/** The policy a scenario names or holds. */
export function policyOf(scenario: Scenario): Policy {
  if (typeof scenario.policy !== 'string') return parsePolicy(JSON.stringify(scenario.policy), { file: scenario.id })
  const file = new URL(`./policies/${scenario.policy}.policy.yaml`, import.meta.url)
  return loadPolicy(fileURLToPath(file))
}
