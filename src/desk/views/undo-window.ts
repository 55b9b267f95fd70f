import type { ActionRow } from '#store/actions/action-rows.ts'
import { definitionOf } from '../act/judge.ts'
import type { Viewer } from './viewer.ts'

/** Until when one tap of the viewer takes an action back, epoch ms; null where it cannot be, or not by them. */
export function undoUntilMs(action: ActionRow, viewer: Viewer, nowMs: number): number | null {
  const { status, undoUntilMs: untilMs, kind, principal } = action
  const open = status === 'done' && untilMs !== null && untilMs > nowMs && definitionOf(kind).inverseOnly !== true
  return open && (viewer.approver || principal === viewer.id) ? untilMs : null
}
