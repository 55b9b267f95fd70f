import { z } from 'zod'
import { toMs } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import { type Condition, comparisons } from '../condition.ts'
import { condition, conditionOf } from '../facts.ts'
import { count, flag, keys, type Level, level, list, text } from '../kinds.ts'
import { scopes } from '../scope.ts'

const LIFE_DAYS = 180

const SCOPE_ERROR = 'an action such as calendar.move, a store such as calendar, or an agent such as scheduling'
const ID_ERROR = 'a short id such as r12'
const MOMENT_ERROR = 'a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z'
const moment = z
  .string({ error: MOMENT_ERROR })
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/, { error: MOMENT_ERROR })
  .refine((value) => Number.isFinite(toMs(value)), { error: MOMENT_ERROR })

export const Rule = keys({
  id: z
    .string({ error: ID_ERROR })
    .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, { error: ID_ERROR })
    .describe('what "forget rule ..." names'),
  text: text.describe('the rule in words'),
  when: condition.optional().describe('facts it needs; without it, always'),
  // biome-ignore lint/suspicious/noThenProperty: the key as the policy file spells it
  then: level.describe('never, suggest, act_with_approval or act'),
  scope: z
    .string({ error: SCOPE_ERROR })
    .refine((value) => scopes().includes(value), { error: SCOPE_ERROR })
    .meta({ words: scopes })
    .describe('an action (calendar.move), a store (calendar) or an agent (scheduling)'),
  author: text.describe('who made it'),
  createdAt: moment.describe('when it was made'),
  expires: moment.optional().describe(`when it ends; without it ${LIFE_DAYS} days after it was made`),
  maxPerDay: count(1, 100_000).optional().describe('how often a day it may be used'),
  suspended: flag.prefault(false).describe('switched off, because what it did was undone'),
})

export const Rules = list(Rule, '[]')
  .prefault([])
  .describe('what the desk was told to always do; lines land here and can be deleted')

/** One learned rule. */
export interface LearnedRule {
  id: string
  text: string
  /** Null: always. */
  when: Condition | null
  then: Level
  scope: string
  author: string
  createdAtMs: number
  /** It ends at this moment. */
  expiresMs: number
  maxPerDay: number | null
  suspended: boolean
  /** Comparisons in `when`: more is more specific. */
  comparisons: number
}

/** @param zone the company's: a bare date ends with that day there */
export function ruleOf(file: z.output<typeof Rule>, zone: string): LearnedRule {
  const when = file.when === undefined ? null : conditionOf(file.when)
  const createdAtMs = toMs(file.createdAt, zone)
  return {
    id: file.id,
    text: file.text,
    when,
    // biome-ignore lint/suspicious/noThenProperty: the key as the policy file spells it
    then: file.then,
    scope: file.scope,
    author: file.author,
    createdAtMs,
    expiresMs: file.expires === undefined ? createdAtMs + LIFE_DAYS * DAY_MS : endOf(file.expires, zone),
    maxPerDay: file.maxPerDay ?? null,
    suspended: file.suspended,
    comparisons: when ? comparisons(when.expression).length : 0,
  }
}

function endOf(moment: string, zone: string): number {
  if (moment.includes('T')) return toMs(moment)
  const nextDay = new Date(toMs(moment) + DAY_MS).toISOString().slice(0, 10)
  return toMs(nextDay, zone)
}
