import type { Router } from '#ports/router.ts'
import { buildRouteGraph, type RouteParts } from './graph.ts'

/** Most jobs one message may start; what follows is told to be sent on its own. */
const MOST_JOBS = 6

/** The router the desk asks, over the route graph. */
export function router(parts: RouteParts): Router {
  const graph = buildRouteGraph(parts)
  return {
    async route({ text }) {
      const { routed } = await graph.invoke({ text, routed: [] })
      return routed.slice(0, MOST_JOBS)
    },
  }
}
