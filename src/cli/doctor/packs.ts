import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { agents } from '#agents/manifest.ts'
import type { Home } from '#app/home.ts'
import { withHomePacks } from '#app/packs.ts'
import { DeskError } from '#kernel/errors.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

/** The packs that stand in the home: whether they can be used, and are of agents that are there; nothing where there are none. */
export function checkPacks(home: Pick<Home, 'folder'>): Finding[] {
  const folder = join(home.folder, 'packs')
  if (!existsSync(folder)) return []
  const known = agents.map(({ contract }) => contract.id)
  const strangers = readdirSync(folder)
    .filter((name) => !known.includes(name))
    .map((name) =>
      warn('packs', `${join(folder, name)} is of no agent, and is not read; agents are ${known.join(', ')}.`),
    )
  try {
    const count = withHomePacks(home, agents).reduce((sum, { packs }) => sum + packs.length, 0)
    const own = count - agents.reduce((sum, { packs }) => sum + packs.length, 0)
    return [ok('packs', `${own} of your own; \`nightdesk versions list\` says which are in force.`), ...strangers]
  } catch (error) {
    if (error instanceof DeskError) return [fail('packs', error.message), ...strangers]
    throw error
  }
}
