import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import { type Book, bookOf } from '../book.ts'

/** Where and by whom a text was said, and what words the team's records have. */
export interface Reading {
  readonly nowMs: number
  readonly zone: string
  readonly locale: string
  readonly dateOrder: Policy['company']['dateOrder']
  readonly weekStarts: number
  /** Month in which Q1 begins, 1 is January. */
  readonly fiscalYearStartMonth: number
  readonly currency: string
  readonly stages: readonly string[]
  /** First names, names and ids of the team. */
  readonly members: readonly { id: string; name: string }[]
  readonly book: Book
}

const WEEKDAYS: Readonly<Record<string, number>> = { monday: 1, saturday: 6, sunday: 7 }

export async function readingOf(scope: Scope<Policy>): Promise<Reading> {
  const { company, crm, people } = scope.policy
  return {
    nowMs: scope.nowMs,
    zone: scope.principal.zone,
    locale: company.language,
    dateOrder: company.dateOrder,
    weekStarts: WEEKDAYS[company.weekStarts] ?? 1,
    fiscalYearStartMonth: company.fiscalYearStartMonth,
    currency: company.currency,
    stages: crm.stages,
    members: people.map(({ id, name }) => ({ id, name })),
    book: await bookOf(scope),
  }
}
