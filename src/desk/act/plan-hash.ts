import { canonical, sha256 } from '#kernel/ids.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'

/** Changes when anything that would be done changes. */
export function planHash(plan: readonly ActionRow[]): string {
  const proposed = plan.filter((action) => action.status === 'proposed')
  return sha256(canonical(proposed.map(({ id, kind, args }) => ({ id, kind, args }))))
}
