import type { DeskContext } from '#desk/context.ts'
import { recallOf } from '#desk/watch/recall.ts'
import type { World } from '#graphs/lookups/scope.ts'

/** The world that lookups narrow down, out of the desk's own ports. @param publicBase how the outside reaches its pages */
export function worldOf(context: DeskContext, publicBase: () => string | null = () => null): World {
  const { calendar, crm, clock, policy } = context
  return { calendar, crm, clock, policy, publicBase, recall: recallOf(context) }
}
