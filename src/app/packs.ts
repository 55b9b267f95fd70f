import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DeskError } from '#kernel/errors.ts'
import { byVersion, needsOf, readPacks } from '#ladder/read-packs.ts'
import type { Agent } from '#ports/agent.ts'
import type { Home } from './home.ts'

/**
 * The agents with the packs that stand in the home (`packs/<agent>/<version>.yaml`) beside their own; the same list where there
 * are none.
 * @throws DeskError PACK_INVALID naming the file, the line and what is wrong
 */
export function withHomePacks({ folder }: Pick<Home, 'folder'>, agents: readonly Agent[]): readonly Agent[] {
  const home = join(folder, 'packs')
  if (!existsSync(home)) return agents
  return agents.map((agent) => {
    const own = join(home, agent.contract.id)
    if (!existsSync(own)) return agent
    const added = readPacks(pathToFileURL(`${own}/`), needsOf(agent.packs))
    const twice = added.find(({ version }) => agent.packs.some((pack) => pack.version === version))
    if (twice)
      throw new DeskError('PACK_INVALID', {
        file: join(own, `${twice.version}.yaml`),
        problem: `${agent.contract.id} brings a version ${twice.version} itself; give yours another number`,
      })
    const packs = [...agent.packs, ...added].sort((one, other) => byVersion(one.version, other.version))
    return { ...agent, packs }
  })
}
