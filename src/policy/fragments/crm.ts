import type { z } from 'zod'
import { condition, conditionOf } from '../facts.ts'
import { keys, level, list, named, number, word } from '../kinds.ts'

const Autonomy = keys({
  note: level.prefault('act').describe('adding a note'),
  field: level.prefault('act').describe('any field that has no line of its own'),
  stage_forward: level.prefault('act').describe('moving a deal forward'),
  stage_back: level.prefault('act_with_approval').describe('moving a deal back'),
  amount: level.prefault('act').describe('the amount of a deal'),
  create_deal: level.prefault('act').describe('a new deal'),
  owner: level.prefault('act_with_approval').describe('who is responsible'),
  merge: level.prefault('act_with_approval').describe('two records into one; cannot be undone'),
  delete: level.prefault('never').describe('a record'),
})

const Match = keys({
  accept: number(0, 1).prefault(0.92).describe('likeness from which a record is taken to be meant'),
  ask: number(0, 1).prefault(0.75).describe('likeness from which it is asked about'),
}).refine((match) => match.accept >= match.ask, { error: 'ordered so: accept not below ask' })

const STAGES = ['lead', 'qualified', 'proposal', 'negotiation', 'closed_won', 'closed_lost']

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
})

export function crmOf(file: z.output<typeof Crm>) {
  return {
    autonomy: file.autonomy,
    stages: file.stages,
    approveIf: file.approve_if.map(conditionOf),
    match: file.match,
    required: file.required,
  }
}
