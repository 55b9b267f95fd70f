import { sayMoment } from '#kernel/time.ts'
import { memberById } from '#policy/people.ts'
import type { Operation } from '#ports/sql.ts'
import { outcomesOf } from '#store/versions/outcomes.ts'
import type { DeskContext } from '../context.ts'
import { sayUsd } from '../views/cost.ts'
import { sayTrial } from './change.ts'
import { inForce, packNamed, type VersionParts } from './in-force.ts'

/** Newest tasks of a version that are told about. */
const NEWEST = 200

/** What is in force of every agent, since when and by whom, what is tried, and how the newest tasks on it ended; a line or two each. */
export function* sayVersions(
  desk: Pick<DeskContext, 'clock' | 'policy'>,
  { agents }: VersionParts,
  zone: string,
): Operation<string[]> {
  const lines: string[] = []
  for (const [agent, installed] of agents) {
    const { active, before, trial, change } = yield* inForce(agent, installed)
    const since = change
      ? `since ${sayMoment(change.atMs, zone, desk.clock.nowMs())} by ${memberById(desk.policy(), change.by)?.name ?? change.by}`
      : 'as it came'
    lines.push(
      `${agent} ${installed.version}: pack ${active} (${packNamed(installed, active)?.hash}), ${since}${before === null ? '' : `; before it ${before}`}.${yield* sayOutcomes(agent, active)}`,
    )
    if (trial) lines.push(`  tries ${trial.version} ${sayTrial(trial)}.${yield* sayOutcomes(agent, trial.version)}`)
  }
  return lines
}

function* sayOutcomes(agent: string, version: string): Operation<string> {
  const { ended, bad, usdMicros } = yield* outcomesOf(agent, version, 0, NEWEST)
  if (ended === 0) return ''
  const cost =
    usdMicros === 0 || ended === bad ? '' : `; each of the others cost ${sayUsd(Math.round(usdMicros / (ended - bad)))}`
  return ` Of its last ${ended} tasks ${bad} were undone, edited or failed${cost}.`
}
