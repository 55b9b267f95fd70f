import type { z } from 'zod'
import { REASONS, type Reason } from '#kernel/reasons.ts'
import { keys, person } from '../kinds.ts'

/** Matters of a flag that may have an owner of their own, whatever its reason. */
export const TOPICS = {
  legal: 'contracts, threats, notices',
  billing: 'invoices, refunds, payment details',
  security: 'reports of holes, data breaches',
  privacy: 'requests for access or erasure',
  press: 'journalists',
  safety: 'somebody may come to harm',
  support: 'clients who need help with what they bought',
} as const
export type Topic = keyof typeof TOPICS

const someone = person.optional()
const reasons = Object.fromEntries(
  Object.entries(REASONS).map(([code, say]) => [code, someone.describe(say)]),
) as Record<Reason, typeof someone>
const topics = Object.fromEntries(
  Object.entries(TOPICS).map(([topic, say]) => [topic, someone.describe(say)]),
) as Record<Topic, typeof someone>

export const Escalation = keys({
  ...topics,
  ...reasons,
  fallback: someone.describe('everything else; without it the first approver'),
})

export function escalationOf(file: z.output<typeof Escalation>) {
  const { fallback = null, ...owners } = file
  return { fallback, owners: owners as Readonly<Partial<Record<Reason | Topic, string>>> }
}
