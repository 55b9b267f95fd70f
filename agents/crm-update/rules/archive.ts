import { cleanLine } from '#kernel/display.ts'
import type { Step } from '../request/write.ts'
import type { Facts, RecordPolicy } from './facts.ts'
import { asking, type Plan, plan, told } from './plan.ts'
import { target } from './which.ts'

/** A record is put away, never deleted; whether it may be is for the policy to say. */
export function decideArchive({ subject }: Extract<Step, { do: 'archive' }>, facts: Facts, policy: RecordPolicy): Plan {
  const found = target(subject, ['contact', 'deal', 'account'], facts, policy)
  if ('unknown' in found) return told(found.unknown)
  if ('need' in found) return asking(found.need)
  const { kind, record } = found.entry
  const because = `it was asked to be taken off: "${cleanLine(subject.words, 80)}"`
  return plan([{ kind: `${kind}.archive`, args: { id: record.id, version: record.version }, because }])
}
