import { sha256 } from '#kernel/ids.ts'
import type { Pack } from '#kernel/pack.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Task } from '#kernel/task.ts'
import { byVersion, packInForce } from '#ladder/read-packs.ts'
import type { Operation } from '#ports/sql.ts'
import { changeTo, lastChange, type Trial, type VersionChange } from '#store/versions/versions.ts'
import type { DeskContext } from '../context.ts'

/** What the desk knows of an installed agent: the version of its code, and its packs, oldest first. */
export interface Installed {
  version: string
  packs: readonly Pack[]
}

/** The installed agents, by id. */
export interface VersionParts {
  agents: ReadonlyMap<string, Installed>
}

/** What is in force of an agent. */
export interface InForce {
  active: string
  /** What a rollback goes back to, or null. */
  before: string | null
  trial: Trial | null
  /** The change that led to it; null where it came with the release. */
  change: VersionChange | null
}

/** What somebody chose, as long as its pack is there; else the pack that came with the release. */
export function* inForce(agent: string, installed: Installed): Operation<InForce> {
  const change = yield* lastChange(agent)
  if (!change || !packNamed(installed, change.active)) {
    const { version } = releasePack(installed)
    return { active: version, before: olderThan(installed, version), trial: null, change: null }
  }
  const { active, before, trial } = change
  return { active, before, trial: trial && packNamed(installed, trial.version) ? trial : null, change }
}

/** What a rollback from a version that is put in force again would go back to. */
export function* beforeOf(agent: string, installed: Installed, version: string): Operation<string | null> {
  const change = yield* changeTo(agent, version)
  return change ? change.before : olderThan(installed, version)
}

export const packNamed = ({ packs }: Installed, version: string): Pack | undefined =>
  packs.find((pack) => pack.version === version)

const releasePack = ({ version, packs }: Installed): Pack => packInForce({ contract: { version }, packs })

const olderThan = ({ packs }: Installed, version: string): string | null =>
  packs.findLast((pack) => byVersion(pack.version, version) < 0)?.version ?? null

/** By what a task is done; it keeps this to its end, whatever is changed meanwhile. */
type DoneBy = Pick<Task, 'agentVersion' | 'pack' | 'packHash' | 'model'>

/** What a task that begins now is done by. A canary's share is drawn by the task's id, so a redelivery draws the same. */
export function* doneBy(
  { models }: Pick<DeskContext, 'models'>,
  { agents }: VersionParts,
  task: { id: string; agent: string; inbound: number; principal: Principal },
): Operation<DoneBy> {
  const installed = agents.get(task.agent)
  if (!installed) return { agentVersion: '', pack: null, packHash: null, model: null }
  const { active, trial } = yield* inForce(task.agent, installed)
  const version = trial?.how === 'canary' && isDrawn(trial, task) ? trial.version : active
  const pack = packNamed(installed, version) ?? releasePack(installed)
  const model = models.for({ agent: task.agent, task: task.id, event: task.inbound })
  return { agentVersion: installed.version, pack: pack.version, packHash: pack.hash, model: model?.name ?? null }
}

function isDrawn({ percent, members }: Trial, { id, principal }: { id: string; principal: Principal }): boolean {
  if (principal.kind === 'member' && members.includes(principal.id)) return true
  return Number.parseInt(sha256(`canary:${id}`).slice(0, 8), 16) % 100 < percent
}
