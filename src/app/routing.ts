import type { DeskContext } from '#desk/context.ts'
import { inForce, packNamed, type VersionParts } from '#desk/versions/in-force.ts'
import { ask } from '#graphs/ask/graph.ts'
import { claimsOf } from '#graphs/claims.ts'
import type { World } from '#graphs/lookups/scope.ts'
import { goingOnIn } from '#graphs/route/going-on.ts'
import { pointingsOf } from '#graphs/route/pointings.ts'
import { type RouteParts, router } from '#graphs/route/router.ts'
import type { Pack } from '#kernel/pack.ts'
import { cuesIn } from '#ladder/in-pack.ts'
import { packInForce } from '#ladder/read-packs.ts'
import type { Agent } from '#ports/agent.ts'
import type { Router } from '#ports/router.ts'
import type { Operation } from '#ports/sql.ts'
import { changesMade } from '#store/versions/versions.ts'
import { intentReader } from './intent-reader.ts'

interface RoutingParts extends VersionParts {
  installed: readonly Agent[]
  world: World
  /** Who reads messages, in the place of the cues. */
  readerFor: RouteParts['readerFor'] | undefined
}

/** The router, with the cues of every agent as its pack in force has them; it is made anew when somebody has changed a version. */
export function routing(desk: Pick<DeskContext, 'sql' | 'models' | 'policy'>, parts: RoutingParts): Router {
  const { sql, models } = desk
  let current: { changes: number; router: Router } | null = null
  return {
    // Shapes are code and of no pack.
    goingOn: goingOnIn(parts.installed),
    async route(message) {
      const changes = await sql.read(changesMade)
      if (current?.changes !== changes) {
        const { agents, packOf } = await sql.read(() => agentsInForce(parts))
        const readerFor = parts.readerFor ?? ((from) => intentReader(agents, from))
        const pointings: RouteParts['pointings'] = (from) => pointingsOf(agents, packOf, from, desk.policy())
        // What answers questions is known by whole sentences, which the readers are not taught.
        const claims = claimsOf(agents, parts.world)
        current = { changes, router: router({ agents: [...agents, ask], readerFor, models, pointings, claims }) }
      }
      return current.router.route(message)
    },
  }
}

interface AgentsInForce {
  agents: readonly Agent[]
  packOf(agent: Agent): Pack
}

/** The agents with the cues of their packs in force; the same list where no pack says anything of cues. */
function* agentsInForce({ installed, agents }: RoutingParts): Operation<AgentsInForce> {
  const heard: Agent[] = []
  const packs = new Map<string, Pack>()
  for (const agent of installed) {
    const { id } = agent.contract
    const known = agents.get(id)
    const pack = (known && packNamed(known, (yield* inForce(id, known)).active)) ?? packInForce(agent)
    const cues = cuesIn(agent.cues, pack)
    packs.set(id, pack)
    heard.push(cues === agent.cues ? agent : { ...agent, cues })
  }
  return {
    agents: heard.every((agent, at) => agent === installed[at]) ? installed : heard,
    packOf: (agent) => packs.get(agent.contract.id) ?? packInForce(agent),
  }
}
