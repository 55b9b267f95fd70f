import type { Trial } from '#store/versions/versions.ts'

/** What is said about the versions of the agents. */
export type VersionVerb =
  | { verb: 'versions' }
  | { verb: 'use'; agent: string; version: string }
  | { verb: 'try'; agent: string; trial: Trial }
  | { verb: 'rollback'; agent: string }
  | { verb: 'differences'; agent: string }

const AGENT = `(?<agent>[a-z][a-z-]*)`
const VERSION = String.raw`(?<version>\d+\.\d+\.\d+)`
const VERSIONS = /^versions?$/i
const DIFFERENCES = new RegExp(`^differences (?:of |in )?${AGENT}$`, 'i')
const ROLLBACK = new RegExp(`^roll ?back ${AGENT}$`, 'i')
const USE = new RegExp(`^use ${AGENT} ${VERSION}$`, 'i')
const TRY = new RegExp(
  `^try ${AGENT} ${VERSION} (?:in (?:the |its )?(?<shadow>shadow)|(?:on|for) (?<whom>.{1,200}))$`,
  'i',
)

/** "versions", "use scheduling 1.1.0", "try scheduling 1.1.0 on 10%", "... for mia and sam", "... in shadow", "rollback scheduling". */
export function readVersionVerb(words: string): VersionVerb | null {
  if (VERSIONS.test(words)) return { verb: 'versions' }
  const shown = DIFFERENCES.exec(words)?.groups?.agent
  if (shown) return { verb: 'differences', agent: shown.toLowerCase() }
  const found = ROLLBACK.exec(words) ?? USE.exec(words) ?? TRY.exec(words)
  if (!found?.groups) return null
  const { agent = '', version, shadow, whom } = found.groups
  if (version === undefined) return { verb: 'rollback', agent: agent.toLowerCase() }
  const named = { agent: agent.toLowerCase(), version }
  if (shadow) return { verb: 'try', agent: named.agent, trial: { version, how: 'shadow', percent: 0, members: [] } }
  if (whom === undefined) return { verb: 'use', ...named }
  const percent = Number(/(\d{1,3}) ?%/.exec(whom)?.[1] ?? 0)
  const members = whom
    .replace(/(?:on )?\d{1,3} ?%/, '')
    .split(/,|\band\b|\bfor\b/i)
    .flatMap((who) => who.trim() || [])
  return percent > 100 || (percent === 0 && members.length === 0)
    ? null
    : { verb: 'try', agent: named.agent, trial: { version, how: 'canary', percent, members } }
}
