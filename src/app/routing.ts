import type { DeskContext } from '#desk/context.ts'
import { inForce, packNamed, type VersionParts } from '#desk/versions/in-force.ts'
import { ask } from '#graphs/ask/graph.ts'
import { type RouteParts, router } from '#graphs/route/router.ts'
import { cuesIn } from '#ladder/in-pack.ts'
import type { Agent } from '#ports/agent.ts'
import type { Router } from '#ports/router.ts'
import type { Operation } from '#ports/sql.ts'
import { changesMade } from '#store/versions/versions.ts'
import { intentReader } from './intent-reader.ts'

interface RoutingParts extends VersionParts {
  installed: readonly Agent[]
  /** Who reads messages, in the place of the cues. */
  readerFor: RouteParts['readerFor'] | undefined
}

/** The router, with the cues of every agent as its pack in force has them; it is made anew when somebody has changed a version. */
export function routing({ sql, models }: Pick<DeskContext, 'sql' | 'models'>, parts: RoutingParts): Router {
  let current: { changes: number; router: Router } | null = null
  return {
    async route(message) {
      const changes = await sql.read(changesMade)
      if (current?.changes !== changes) {
        const agents = await sql.read(() => agentsInForce(parts))
        const readerFor = parts.readerFor ?? ((from) => intentReader(agents, from))
        // What answers questions is known by whole sentences, which the readers are not taught.
        current = { changes, router: router({ agents: [...agents, ask], readerFor, models }) }
      }
      return current.router.route(message)
    },
  }
}

/** The agents with the cues of their packs in force; the same list where no pack says anything of cues. */
function* agentsInForce({ installed, agents }: RoutingParts): Operation<readonly Agent[]> {
  const heard: Agent[] = []
  for (const agent of installed) {
    const known = agents.get(agent.contract.id)
    const pack = known && packNamed(known, (yield* inForce(agent.contract.id, known)).active)
    const cues = pack ? cuesIn(agent.cues, pack) : agent.cues
    heard.push(cues === agent.cues ? agent : { ...agent, cues })
  }
  return heard.every((agent, at) => agent === installed[at]) ? installed : heard
}
