import { DeskError } from '#kernel/errors.ts'
import { idOf } from '#kernel/ids.ts'
import { approversOf, memberById } from '#policy/people.ts'
import type { Operation } from '#ports/sql.ts'
import { appendAudit } from '#store/audit/append.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import { putVersions, type Trial, type VersionChange } from '#store/versions/versions.ts'
import type { DeskContext } from '../context.ts'
import { toMember } from '../out/to-member.ts'
import { beforeOf, type InForce, type Installed, inForce, packNamed, type VersionParts } from './in-force.ts'

type Desk = Pick<DeskContext, 'audit' | 'channels' | 'clock' | 'policy'>
type Agents = VersionParts['agents']

/** Puts a version in force. @throws DeskError NOT_ALLOWED where there is no such agent or version @returns what to say */
export function* useVersion(desk: Desk, agents: Agents, agent: string, version: string, by: string): Operation<string> {
  const installed = installedOr(agents, agent)
  requirePack(agent, installed, version)
  const now = yield* inForce(agent, installed)
  if (now.active === version && now.trial === null) return `${agent} is on ${version} already.`
  const isOn = now.active === version
  const before = isOn ? now.before : now.active
  const text = `${agent} is on ${version} from now on${inHand(now, version)}`
  yield* change(desk, { agent, active: version, before, trial: null, what: isOn ? 'stop' : 'use', by }, now, text)
  return text
}

/** Tries a version beside the one in force. @throws DeskError NOT_ALLOWED @returns what to say */
export function* tryVersion(desk: Desk, agents: Agents, agent: string, trial: Trial, by: string): Operation<string> {
  const installed = installedOr(agents, agent)
  requirePack(agent, installed, trial.version)
  const now = yield* inForce(agent, installed)
  if (now.active === trial.version)
    throw new DeskError('NOT_ALLOWED', { why: `${trial.version} is the version of ${agent} that is in force` })
  const text = `${agent} tries ${trial.version} ${sayTrial(trial)}, beside ${now.active}.`
  yield* change(desk, { agent, active: now.active, before: now.before, trial, what: 'try', by }, now, text)
  return text
}

/**
 * Ends a canary, else goes back to the version before. Tasks in hand finish on theirs.
 * @param because told to the owners, where the desk does it by itself
 * @throws DeskError NOT_ALLOWED where there is nothing to go back to
 * @returns what to say
 */
export function* rollBack(
  desk: Desk,
  agents: Agents,
  agent: string,
  by: string,
  because: string | null = null,
): Operation<string> {
  const installed = installedOr(agents, agent)
  const now = yield* inForce(agent, installed)
  const tried = now.trial?.how === 'canary' ? now.trial.version : null
  const active = tried === null ? now.before : now.active
  if (active === null || !packNamed(installed, active))
    throw new DeskError('NOT_ALLOWED', { why: `${agent} has no version before ${now.active}` })
  const before = tried === null ? yield* beforeOf(agent, installed, active) : now.before
  const left = tried ?? now.active
  const text = `${agent} is back on ${active}${because === null ? '' : `: ${because}`}. What was begun on ${left} finishes on it.`
  yield* change(desk, { agent, active, before, trial: null, what: 'rollback', by }, now, text)
  return text
}

function* change(desk: Desk, to: Omit<VersionChange, 'atMs'>, from: InForce, text: string): Operation<void> {
  const atMs = desk.clock.nowMs()
  yield* putVersions({ ...to, atMs })
  const { agent, active, trial, what, by } = to
  const was = { active: from.active, trial: from.trial }
  yield* appendAudit(desk.audit, {
    atMs,
    what: `versions.${what}`,
    task: null,
    payload: { agent, active, trial, was, by },
  })
  const owners = approversOf(desk.policy()).filter((person) => person.id !== by)
  const name = memberById(desk.policy(), by)?.name
  for (const { id } of owners)
    for (const draft of toMember(desk, id, {
      key: `versions:${idOf('v', [agent, active, trial, what, atMs], 10)}:${id}`,
      message: { type: 'notice', to: [id], text: name ? `${name}: ${text}` : text, choices: [] },
      task: null,
    }))
      yield* enqueue(draft)
}

function installedOr(agents: Agents, agent: string): Installed {
  const installed = agents.get(agent)
  if (installed) return installed
  throw new DeskError('NOT_ALLOWED', { why: `there is no agent ${agent}; known are ${[...agents.keys()].join(', ')}` })
}

function requirePack(agent: string, installed: Installed, version: string): void {
  if (packNamed(installed, version)) return
  const known = installed.packs.map((pack) => pack.version).join(', ')
  throw new DeskError('NOT_ALLOWED', { why: `${agent} has no version ${version}; there are ${known}` })
}

const inHand = ({ active }: InForce, version: string): string =>
  active === version ? '.' : `; what was begun on ${active} finishes on it.`

/** `on 10 % of its tasks`, `on every task of mia`, `in its shadow`. */
export function sayTrial({ how, percent, members }: Trial): string {
  if (how === 'shadow') return 'in its shadow, acting on nothing'
  const whom = members.length > 0 ? `every task of ${members.join(', ')}` : ''
  return `on ${[percent > 0 ? `${percent} % of its tasks` : '', whom].filter(Boolean).join(' and ')}`
}
