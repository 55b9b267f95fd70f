import type { z } from 'zod'
import { condition, conditionOf } from '../facts.ts'
import { duration, keys, level, list, named, number, oneOf, word } from '../kinds.ts'
import { durationMs } from '../spans.ts'

const Autonomy = keys({
  note: level.prefault('act').describe('adding a note'),
  field: level.prefault('act').describe('any field that has no line of its own'),
  stage_forward: level.prefault('act').describe('moving a deal forward'),
  stage_back: level.prefault('act_with_approval').describe('moving a deal back'),
  amount: level.prefault('act').describe('the amount of a deal'),
  create_deal: level.prefault('act').describe('a new deal'),
  owner: level.prefault('act_with_approval').describe('who is responsible'),
  merge: level
    .prefault('act_with_approval')
    .describe('two records into one: never alone, whatever this says, for it cannot be undone'),
  delete: level.prefault('never').describe('a record'),
})

const Match = keys({
  accept: number(0, 1).prefault(0.92).describe('likeness from which a record is taken to be meant'),
  ask: number(0, 1).prefault(0.75).describe('likeness from which it is asked about'),
}).refine((match) => match.accept >= match.ask, { error: 'ordered so: accept not below ask' })

const STAGES = ['lead', 'qualified', 'proposal', 'negotiation', 'closed_won', 'closed_lost']

const TIDY_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'never'] as const

export const Crm = keys({
  autonomy: Autonomy.prefault({}).describe('how far the desk goes alone: never, suggest, act_with_approval or act'),
  stages: list(word, '[lead, proposal, closed_won, closed_lost]')
    .min(1, { error: 'a list of at least one stage' })
    .prefault(STAGES)
    .describe('the stages of a deal, in order'),
  approve_if: list(condition, '["amount >= 10000 EUR"]')
    .prefault(['amount >= 10000 EUR', 'amount_change > 25%', 'stage in [closed_won, closed_lost]', 'records > 10'])
    .describe('a write is asked about if any of these holds'),
  match: Match.prefault({}).describe('how sure the desk must be which record is meant, 0 to 1'),
  required: named(word, list(word, '[reason]'))
    .prefault({ closed_lost: ['reason'], proposal: ['amount', 'close_date'] })
    .describe('fields a deal must have in a stage'),
  stale: duration.prefault('21d').describe('an open deal is stale when nothing was said or changed for so long'),
  tidy_up: oneOf(TIDY_DAYS)
    .prefault('monday')
    .describe('day on which everybody is told, at 09:00, what in their records wants tidying up; never: nobody is'),
})

export function crmOf(file: z.output<typeof Crm>) {
  return {
    autonomy: file.autonomy,
    stages: file.stages,
    approveIf: file.approve_if.map(conditionOf),
    match: file.match,
    required: file.required,
    staleMs: durationMs(file.stale),
    /** 1 is Monday; null: never. */
    tidyUpWeekday: file.tidy_up === 'never' ? null : TIDY_DAYS.indexOf(file.tidy_up) + 1,
  }
}
