import type { FieldOp } from '#kernel/record.ts'
import type { Entry } from '../names.ts'
import { spoken } from '../read/stage.ts'
import type { Need } from './ask.ts'
import type { RecordPolicy } from './facts.ts'
import { standing } from './values.ts'

/** What the policy calls fields, and where they are kept. */
const PATHS: Readonly<Record<string, string>> = {
  amount: 'amountMinor',
  close_date: 'closeDate',
  reason: 'lostReason',
  lost_reason: 'lostReason',
  next_step: 'nextStep',
}
const ASKED: Readonly<Record<string, string>> = {
  reason: 'why it was lost, and to whom',
  lost_reason: 'why it was lost, and to whom',
  amount: 'the amount',
  close_date: 'the close date',
  next_step: 'the next step',
}

/** The fields that a stage asks for and the deal has not, as one question; `left` says why the stage stays as it is. */
export function lacking(
  entry: Entry,
  ops: readonly FieldOp[],
  { crm }: RecordPolicy,
): (Need & { left: string }) | null {
  const stage = ops.find(({ path }) => path === 'stage')?.after
  if (entry.kind !== 'deal' || typeof stage !== 'string') return null
  const missing = (crm.required[stage] ?? []).filter((name) => {
    const path = PATHS[name] ?? (name in entry.record ? name : `custom.${name}`)
    const op = ops.find((one) => one.path === path)
    return (op ? op.after : standing(entry, path)) === null
  })
  if (missing.length === 0) return null
  const words = missing.map((name) => ASKED[name] ?? `the ${name.replaceAll('_', ' ')}`)
  const listed = words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
  const name = entry.record.name ?? entry.record.company ?? 'the deal'
  return {
    text: `For ${spoken(stage)}, ${name} needs ${listed}. What shall I write?`,
    slots: missing,
    choices: [],
    left: `${name} stays where it is: ${spoken(stage)} needs ${listed}.`,
  }
}
