import { DeskError } from '#kernel/errors.ts'
import type { Principal } from '#kernel/principal.ts'
import { memberById } from '#policy/people.ts'
import type { DeskContext } from '../context.ts'
import { rollBack, tryVersion, useVersion } from '../versions/change.ts'
import type { VersionParts } from '../versions/in-force.ts'
import { sayVersions } from '../versions/say.ts'
import { sayDifferences } from '../versions/shadows.ts'
import type { VersionVerb } from './version-verbs.ts'

/** What is in force of the agents, and changes of it. @throws DeskError NOT_ALLOWED */
export async function turnVersions(
  desk: DeskContext,
  parts: VersionParts,
  { id, zone }: Principal,
  verb: VersionVerb,
): Promise<string[]> {
  switch (verb.verb) {
    case 'versions':
      return desk.sql.read(() => sayVersions(desk, parts, zone))
    case 'differences':
      return desk.sql.read(() => sayDifferences(verb.agent))
    case 'use':
      return [await desk.sql.write(() => useVersion(desk, parts.agents, verb.agent, verb.version, id))]
    case 'rollback':
      return [await desk.sql.write(() => rollBack(desk, parts.agents, verb.agent, id))]
    case 'try': {
      const trial = { ...verb.trial, members: verb.trial.members.map((who) => memberCalled(desk, who)) }
      return [await desk.sql.write(() => tryVersion(desk, parts.agents, verb.agent, trial, id))]
    }
  }
}

function memberCalled(desk: DeskContext, who: string): string {
  const { people } = desk.policy()
  const name = who.toLowerCase()
  const found =
    memberById(desk.policy(), name) ?? people.find((one) => one.name.toLowerCase().split(' ').includes(name))
  if (!found) throw new DeskError('NOT_ALLOWED', { why: `nobody in the team is called ${who}` })
  return found.id
}
