import type { DeskContext } from '#desk/context.ts'
import { recallOf } from '#desk/watch/recall.ts'
import type { World } from '#graphs/lookups/scope.ts'

/** The world that lookups narrow down, out of the desk's own ports. */
export function worldOf(context: DeskContext): World {
  const { calendar, crm, clock, policy } = context
  return { calendar, crm, clock, policy, recall: recallOf(context) }
}
