import type { Facts } from '#kernel/actions/definition.ts'
import { DeskError } from '#kernel/errors.ts'
import type { Policy } from './compile.ts'
import type { Condition } from './condition.ts'
import { type Answer, evaluate, type Rates } from './evaluate.ts'
import { LEVELS, type Level } from './kinds.ts'
import { valueAt } from './walk.ts'

export interface Autonomy {
  level: Level
  /** The line of the policy, as `why` prints it: `scheduling.autonomy.external_new: act_with_approval`. */
  line: string
  /** The file does not say it. */
  isDefault: boolean
}

/**
 * The level that a line of the policy gives, by its key such as `scheduling.autonomy.internal`.
 * @throws DeskError POLICY_INVALID where the policy has no such line: a level that is not there permits nothing.
 */
export function autonomyOf(policy: Policy, key: string): Autonomy {
  const path = key.split('.')
  const value = valueAt(policy.file, path)
  const level = LEVELS.find((one) => one === value)
  if (!level)
    throw new DeskError('POLICY_INVALID', { problem: `The policy has no level \`${key}\`, so nothing is done.` })
  return { level, line: `${key}: ${level}`, isDefault: valueAt(policy.source.given, path) === undefined }
}

/** Keys of the policy that hold conditions under which an action is asked about. */
const CONDITIONS: Readonly<Record<string, (policy: Policy) => readonly Condition[]>> = {
  'scheduling.approve_if': (policy) => policy.scheduling.approveIf,
  'scheduling.ask_if': (policy) => policy.scheduling.askIf,
  'crm.approve_if': (policy) => policy.crm.approveIf,
  'outreach.approve_if': (policy) => policy.outreach.approveIf,
}

/** @throws DeskError POLICY_INVALID where the policy has no such line. */
export function conditionsOf(policy: Policy, key: string): { text: string; condition: Condition }[] {
  const conditions = CONDITIONS[key]?.(policy)
  if (!conditions)
    throw new DeskError('POLICY_INVALID', { problem: `The policy has no conditions \`${key}\`, so nothing is done.` })
  return conditions.map((condition) => ({ text: condition.text, condition }))
}

/** How amounts of different currencies compare under this policy. */
export function ratesOf(policy: Policy): Rates {
  return { currency: policy.company.currency, rates: policy.rates }
}

/** The first condition that holds, or that the facts do not decide: either means that a person is asked. */
export function firstHeld(
  policy: Policy,
  key: string,
  facts: Facts,
): { text: string; answer: Answer; read: Facts } | null {
  for (const { text, condition } of conditionsOf(policy, key)) {
    const { answer, read } = evaluate(condition, facts, ratesOf(policy))
    if (answer !== 'no') return { text, answer, read }
  }
  return null
}
