import { DateTime } from 'luxon'
import { DAY_MS } from '#kernel/units.ts'
import type { Policy } from '#policy/policy.ts'
import { phrasesIn } from '../phrases.ts'
import type { Inbound } from '../request.ts'
import { type Facts, isVouched } from './facts.ts'
import type { Outcome } from './outcome.ts'

/** How long a lead that writes anew is told that its note is there. */
const REMEMBERED_MS = 30 * DAY_MS

/** An answer with its greeting before it, and, the first time, the way to a person behind it. */
export function framed(
  lines: readonly string[],
  request: Inbound,
  outcome: Outcome,
  facts: Facts,
  policy: Policy,
): string[] {
  if (lines.length === 0 && !outcome.question) return []
  const say = phrasesIn(request.language)
  const { mine } = facts
  if (request.asked.length > 0) return [...lines]
  if (mine && isVouched(facts)) return [...sayAgain(mine.firstTouchAt, request, facts), ...lines]
  const first =
    request.kind !== 'aside' && request.class === 'lead' && !outcome.flag && outcome.status !== 'disqualified'
  const hello = say.hello(policy.company.name)
  return [hello, ...lines, ...(first && request.wants.bot === undefined ? [say.personOption] : [])]
}

/** "We have your note from Tuesday", from the day after it on. */
function sayAgain(firstTouchAt: string | null, { language }: Inbound, { nowMs, principal }: Facts): string[] {
  if (firstTouchAt === null) return []
  const say = phrasesIn(language)
  const [then, now] = [Date.parse(firstTouchAt), nowMs].map((ms) => DateTime.fromMillis(ms, { zone: principal.zone }))
  if (!then || !now || then.hasSame(now, 'day')) return []
  if (nowMs - then.toMillis() > REMEMBERED_MS) return [say.again(null)]
  const near = now.startOf('day').diff(then.startOf('day'), 'days').days < 7
  return [say.again(then.setLocale(language).toFormat(near ? 'cccc' : 'd LLLL'))]
}
