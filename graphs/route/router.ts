import type { Router } from '#ports/router.ts'
import { goingOnIn } from './going-on.ts'
import { buildRouteGraph, type RouteParts } from './graph.ts'

export type { RouteParts }

/** Most jobs one message may start; what follows is told to be sent on its own. */
const MOST_JOBS = 6
/** Most requests that are told to be nobody's. */
const MOST_LEFT = 5

/** The router the desk asks, over the route graph. */
export function router(parts: RouteParts): Router {
  const graph = buildRouteGraph(parts)
  return {
    goingOn: goingOnIn(parts.agents),
    async route(message) {
      const { routed, left } = await graph.invoke({ message, routed: [], left: [] })
      const over = routed.slice(MOST_JOBS).map((job) => job.text)
      return { jobs: routed.slice(0, MOST_JOBS), left: [...left, ...over].slice(0, MOST_LEFT) }
    },
  }
}
