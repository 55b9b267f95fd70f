import type { Operation } from '#ports/sql.ts'
import { type Outcomes, outcomesOf } from '#store/versions/outcomes.ts'
import { lastChanges } from '#store/versions/versions.ts'
import type { DeskContext } from '../context.ts'
import { rollBack } from './change.ts'
import { inForce, packNamed, type VersionParts } from './in-force.ts'

/** Tasks that must have ended on a new version before it is judged. */
const LEAST_ENDED = 20
/** One mishap is no rate. */
const LEAST_BAD = 2
/** How much worse a new version may be than the one before. */
const WORSE_FACTOR = 2
/** Newest tasks of a version that are looked at. */
const NEWEST = 200

/** The desk itself, in the place of a member's id. */
const DESK = 'desk'

/**
 * Goes back by itself from a version, tried or put in force, of whose tasks twice the share is undone, edited or failed as of the
 * version before. Costs one look at an empty table where nobody ever changed a version.
 */
export function* watchVersions(desk: DeskContext, { agents }: VersionParts): Operation<void> {
  for (const { agent, atMs } of yield* lastChanges()) {
    const installed = agents.get(agent)
    if (!installed) continue
    const { active, before, trial, change } = yield* inForce(agent, installed)
    const [watched, other] =
      trial?.how === 'canary' ? [trial.version, active] : change?.what === 'use' ? [active, before] : [null, null]
    if (watched === null || other === null || !packNamed(installed, other)) continue
    const now = yield* outcomesOf(agent, watched, atMs, NEWEST)
    if (now.ended < LEAST_ENDED || now.bad < LEAST_BAD) continue
    const then = yield* outcomesOf(agent, other, 0, NEWEST)
    if (!isWorse(now, then)) continue
    const because = `of the last ${now.ended} tasks on ${watched}, ${now.bad} were undone, edited or failed; on ${other} ${then.bad} of ${then.ended}`
    yield* rollBack(desk, agents, agent, DESK, because)
  }
}

type Counts = Pick<Outcomes, 'ended' | 'bad'>

/** Whether the share of what went wrong has doubled. */
export const isWorse = (now: Counts, then: Counts): boolean =>
  now.bad * Math.max(then.ended, 1) >= WORSE_FACTOR * then.bad * now.ended
