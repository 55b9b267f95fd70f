import type { AnyAction } from '#kernel/actions/catalogue.ts'
import type { Facts } from '#kernel/actions/definition.ts'

/**
 * The rule under which whoever wrote says yes first. What a model read may be read wrong, so it is no matter of authority: it is
 * put to them in their own words' place, whoever they are, and no flag.
 */
export const READ_BY_MODEL = 'fixed: a model read this, so whoever wrote it says yes first'

/**
 * Whether a wrong reading could not simply be taken back: others outside hear of it, it is of high risk, or it has no clean
 * undo. What is quiet and can be undone is done and said; so is what only files or answers what somebody wrote.
 */
export function wantsTheirYes({ risk, undo, unvouched }: AnyAction, facts: Facts): boolean {
  if (unvouched || risk === 'none' || risk === 'low') return false
  const heardBy = Number(facts.external_attendees ?? 0) + Number(facts.recipients ?? 0)
  return risk === 'high' || undo !== 'clean' || heardBy > 0
}
