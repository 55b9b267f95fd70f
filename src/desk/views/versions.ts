import { memberById } from '#policy/people.ts'
import type { Ruled } from '#ports/shadows.ts'
import type { Operation } from '#ports/sql.ts'
import { type Outcomes, outcomesOf } from '#store/versions/outcomes.ts'
import { differencesOf, lastShadow, shadowCounts } from '#store/versions/shadow-runs.ts'
import type { DeskContext } from '../context.ts'
import { sayTrial } from '../versions/change.ts'
import { inForce, packNamed, type VersionParts } from '../versions/in-force.ts'
import { sayRuled } from '../versions/shadows.ts'

/** Newest tasks of a version that are told about. */
const NEWEST = 200
/** Differences of one agent that are shown, the newest. */
const SHOWN = 20

/** A version of an agent, and how the newest tasks on it ended. */
export interface ShownVersion {
  version: string
  hash: string
  outcomes: Outcomes
}

/** What is in force of one agent, what is tried, and where the last shadow ruled otherwise. */
export interface ShownAgent {
  agent: string
  active: ShownVersion
  /** Since when, and by whom; null where it came with the release. */
  since: { atMs: number; by: string } | null
  /** What a rollback goes back to; null: to nothing. */
  back: string | null
  trial: (ShownVersion & { said: string }) | null
  /** Versions that may be put in force or tried. */
  others: readonly string[]
  shadow: { version: string; runs: number; different: number; differences: readonly ShownDifference[] } | null
}

/** A task on which two versions ruled differently: what was said, and both rulings in words. */
export interface ShownDifference {
  task: string
  text: string
  was: string
  would: string
}

/** The versions of every agent, for a page. */
export const versionsView = (
  desk: Pick<DeskContext, 'policy' | 'sql'>,
  { agents }: VersionParts,
): Promise<ShownAgent[]> =>
  desk.sql.read(function* () {
    const shown: ShownAgent[] = []
    for (const [agent, installed] of agents) {
      const { active, before, trial, change } = yield* inForce(agent, installed)
      const versionOf = function* (version: string): Operation<ShownVersion> {
        const outcomes = yield* outcomesOf(agent, version, 0, NEWEST)
        return { version, hash: packNamed(installed, version)?.hash ?? '', outcomes }
      }
      shown.push({
        agent,
        active: yield* versionOf(active),
        since: change && { atMs: change.atMs, by: memberById(desk.policy(), change.by)?.name ?? change.by },
        back: trial?.how === 'canary' ? active : before,
        trial: trial && { ...(yield* versionOf(trial.version)), said: sayTrial(trial) },
        others: installed.packs.map(({ version }) => version).filter((version) => version !== active),
        shadow: yield* shadowOf(agent),
      })
    }
    return shown
  })

function* shadowOf(agent: string): Operation<ShownAgent['shadow']> {
  const version = yield* lastShadow(agent)
  if (version === null) return null
  const counts = yield* shadowCounts(agent, version)
  const said = ({ task, text, was, would }: { task: string; text: string; was: Ruled; would: Ruled }) => ({
    task,
    text,
    was: sayRuled(was),
    would: sayRuled(would),
  })
  return { version, ...counts, differences: (yield* differencesOf(agent, version, SHOWN)).map(said) }
}
