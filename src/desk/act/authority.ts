import type { Task } from '#kernel/task.ts'
import { approversOf } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { FlagRow } from '#store/flags/flag-rows.ts'

/** Whether a member may decide what the policy keeps for approvers. */
export const isApprover = (policy: Policy, memberId: string): boolean =>
  approversOf(policy).some((person) => person.id === memberId)

/** Whether a member may decide this flag: its owner, its backup, or any approver. */
export const decidesFlag = (policy: Policy, memberId: string, flag: Pick<FlagRow, 'owner' | 'backup'>): boolean =>
  memberId === flag.owner || memberId === flag.backup || isApprover(policy, memberId)

/** An approver who asks for something that needs a yes gives it in place. */
export function confirmsInPlace(policy: Policy, { principal }: Pick<Task, 'principal'>): boolean {
  return principal.kind === 'member' && principal.assurance === 'verified' && isApprover(policy, principal.id)
}
