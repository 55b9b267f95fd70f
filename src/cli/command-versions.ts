import { compose } from '#app/compose.ts'
import { lockHome } from '#app/home.ts'
import { pinoLog } from '#app/log.ts'
import { policyOf } from '#app/policy-of.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import { systemClock, systemRandom } from '#app/system.ts'
import type { DeskContext } from '#desk/context.ts'
import { rollBack, tryVersion, useVersion } from '#desk/versions/change.ts'
import type { VersionParts } from '#desk/versions/in-force.ts'
import { sayVersions } from '#desk/versions/say.ts'
import { sayDifferences } from '#desk/versions/shadows.ts'
import { DeskError } from '#kernel/errors.ts'
import { toIso } from '#kernel/time.ts'
import { memberById } from '#policy/people.ts'
import type { Operation } from '#ports/sql.ts'
import { existingHome, type HomeFlags, readingHome } from './home.ts'
import { write } from './ndjson.ts'

export interface TryFlags extends HomeFlags {
  percent?: string
  member?: string[]
  shadow?: boolean
}

/** Who changes a version from the command line; it stands in the audit. */
const BY = 'command line'

/** `nightdesk versions list`: what is in force of every agent. */
export const list = (flags: HomeFlags): Promise<number> =>
  withVersions(flags, function* (desk, parts) {
    return (yield* sayVersions(desk, parts, desk.policy().company.timezone)).join('\n')
  })

/** `nightdesk versions use AGENT VERSION`. @throws DeskError NOT_ALLOWED, HOME_LOCKED */
export const use = (agent: string, version: string, flags: HomeFlags): Promise<number> =>
  withVersions(flags, (desk, { agents }) => useVersion(desk, agents, agent, version, BY))

/** `nightdesk rollback AGENT`. @throws DeskError NOT_ALLOWED, HOME_LOCKED */
export const rollback = (agent: string, flags: HomeFlags): Promise<number> =>
  withVersions(flags, (desk, { agents }) => rollBack(desk, agents, agent, BY))

/** `nightdesk versions try AGENT VERSION`. @throws DeskError USAGE, NOT_ALLOWED, HOME_LOCKED */
export function tryOut(agent: string, version: string, flags: TryFlags): Promise<number> {
  const { percent: share = '0', member: members = [], shadow = false } = flags
  const percent = Number(share)
  if (!Number.isInteger(percent) || percent < 0 || percent > 100)
    throw new DeskError('USAGE', { problem: `--percent needs a whole number from 0 to 100, not "${share}".` })
  if (shadow === (percent > 0 || members.length > 0))
    throw new DeskError('USAGE', {
      problem: 'Say on whom it is tried: --percent, --member or both; or --shadow alone.',
    })
  return withVersions(flags, function* (desk, { agents }) {
    const stranger = members.find((id) => !memberById(desk.policy(), id))
    if (stranger) {
      const known = desk.policy().people.map(({ id }) => id)
      throw new DeskError('UNKNOWN_MEMBER', { id: stranger, known: known.join(', ') })
    }
    const trial = { version, how: shadow ? ('shadow' as const) : ('canary' as const), percent, members }
    return yield* tryVersion(desk, agents, agent, trial, BY)
  })
}

/** `nightdesk versions differences AGENT`; the desk may be running. */
export async function differences(agent: string, flags: HomeFlags): Promise<number> {
  const lines = await readingHome(existingHome(flags.home), flags, ({ sql }) => sql.read(() => sayDifferences(agent)))
  await write(`${lines.join('\n')}\n`)
  return 0
}

/** Works as the one process of a home; whoever is told of it is told when the desk starts. */
async function withVersions(
  flags: HomeFlags,
  work: (desk: DeskContext, parts: VersionParts) => Operation<string>,
): Promise<number> {
  const home = existingHome(flags.home)
  const policy = policyOf(home, flags.policy, undefined)
  const unlock = lockHome(home, toIso(systemClock.nowMs()))
  try {
    const composition = await compose({
      home,
      clock: systemClock,
      random: systemRandom,
      log: pinoLog('error'),
      policy: () => policy,
      channels: [quietChannel('console')],
      alarms: false,
    })
    try {
      const { context, sql } = composition
      await write(`${await sql.write(() => work(context, composition.versions))}\n`)
      return 0
    } finally {
      await composition.close()
    }
  } finally {
    unlock()
  }
}
