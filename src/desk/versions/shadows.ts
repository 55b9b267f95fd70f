import { isoDay } from '#kernel/time.ts'
import type { Ruled, Shadows } from '#ports/shadows.ts'
import type { Operation } from '#ports/sql.ts'
import { differencesOf, keepShadowRun, lastShadow, shadowCounts, spentBy } from '#store/versions/shadow-runs.ts'
import type { DeskContext } from '../context.ts'
import { inForce, type VersionParts } from './in-force.ts'

/** Share of the day's money for models that a shadow may spend: it is of no use to anybody who waits. */
const SHARE_OF_DAY = 0.1
/** Differences that are listed. */
const LISTED = 20
const MOST_SHOWN = 120

/** The versions that are tried in shadows, in the store. */
export function shadowsOf(
  desk: Pick<DeskContext, 'sql' | 'clock' | 'policy'>,
  { agents }: VersionParts,
  /** On whose account the shadow of an agent asks. */
  account: (agent: string) => string,
): Shadows {
  return {
    candidate: (agent) =>
      desk.sql.read(function* () {
        const installed = agents.get(agent)
        const trial = installed ? (yield* inForce(agent, installed)).trial : null
        if (trial?.how !== 'shadow') return null
        const { budget, company } = desk.policy()
        const spent = yield* spentBy(account(agent), isoDay(desk.clock.nowMs(), company.timezone))
        return spent < budget.perDayUsdMicros * SHARE_OF_DAY || spent === 0 ? trial.version : null
      }),
    keep: (run) => desk.sql.write(() => keepShadowRun(run, desk.clock.nowMs()), { lazy: true }),
  }
}

/** What the version that last ran in an agent's shadow would have done otherwise, newest first, a line each. */
export function* sayDifferences(agent: string): Operation<string[]> {
  const version = yield* lastShadow(agent)
  if (version === null) return [`No version has run in the shadow of ${agent} yet.`]
  const { runs, different } = yield* shadowCounts(agent, version)
  const lines = (yield* differencesOf(agent, version, LISTED)).map(
    ({ task, text, was, would }) => `${task} "${text.slice(0, MOST_SHOWN)}": ${sayRuled(was)}; it: ${sayRuled(would)}`,
  )
  return [`${agent} ${version} ran in the shadow of ${runs} tasks and ruled otherwise on ${different}.`, ...lines]
}

/** A ruling in a line: what it does, and what it says. */
export function sayRuled({ type, actions, details, says }: Ruled): string {
  const plan = actions.map(({ kind, args }) => `${kind} ${JSON.stringify(args).slice(0, MOST_SHOWN)}`)
  const what = [...plan, ...details].join(', ')
  return `${type}${what && ` ${what}`}${says === null ? '' : ` ("${says.replace(/\s+/g, ' ').slice(0, MOST_SHOWN)}")`}`
}
