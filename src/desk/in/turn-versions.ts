import { DeskError } from '#kernel/errors.ts'
import { memberById } from '#policy/people.ts'
import type { Operation } from '#ports/sql.ts'
import { changeOnce } from '#store/versions/versions.ts'
import type { DeskContext } from '../context.ts'
import { rollBack, tryVersion, useVersion } from '../versions/change.ts'
import type { VersionParts } from '../versions/in-force.ts'
import { sayVersions } from '../versions/say.ts'
import { sayDifferences } from '../versions/shadows.ts'
import type { Turn } from './turn-types.ts'
import type { VersionVerb } from './version-verbs.ts'

/** What is in force of the agents, and changes of it; a message that is delivered again changes nothing. @throws DeskError NOT_ALLOWED */
export async function turnVersions(
  desk: DeskContext,
  parts: VersionParts,
  { seq, principal }: Pick<Turn, 'seq' | 'principal'>,
  verb: VersionVerb,
): Promise<string[]> {
  if (verb.verb === 'versions') return desk.sql.read(() => sayVersions(desk, parts, principal.zone))
  if (verb.verb === 'differences') return desk.sql.read(() => sayDifferences(verb.agent))
  return [await desk.sql.write(() => changeOnce(seq, () => changed(desk, parts, principal.id, verb)))]
}

function changed(
  desk: DeskContext,
  { agents }: VersionParts,
  by: string,
  verb: Exclude<VersionVerb, { verb: 'versions' | 'differences' }>,
): Operation<string> {
  switch (verb.verb) {
    case 'use':
      return useVersion(desk, agents, verb.agent, verb.version, by)
    case 'rollback':
      return rollBack(desk, agents, verb.agent, by)
    case 'try': {
      const trial = { ...verb.trial, members: verb.trial.members.map((who) => memberCalled(desk, who)) }
      return tryVersion(desk, agents, verb.agent, trial, by)
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
