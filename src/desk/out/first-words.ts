import { HOUR_MS } from '#kernel/units.ts'
import type { Operation } from '#ports/sql.ts'
import { getSetting, putSetting } from '#store/settings.ts'

/** How long nobody is written to first where the provider's limit of such messages is met. */
const REST_MS = HOUR_MS

const rest = (channel: string): string => `first_words_rest:${channel}`

/** Until when nobody is written to first on a channel, epoch milliseconds; 0 where there is no limit now. Answers still go. */
export function* restsUntilMs(channel: string): Operation<number> {
  return Number((yield* getSetting(rest(channel))) ?? 0)
}

/** The provider takes no more first messages: those wait. Returns until when. */
export function* restFirstWords(channel: string, nowMs: number): Operation<number> {
  yield* putSetting(rest(channel), String(nowMs + REST_MS))
  return nowMs + REST_MS
}

const bad = (id: string): string => `bad_template:${id}`

/** The provider does not take this template; another one in the policy has another id. */
export const noteBadTemplate = (id: string, nowMs: number): Operation<void> => putSetting(bad(id), String(nowMs))

export function* isBadTemplate(id: string): Operation<boolean> {
  return (yield* getSetting(bad(id))) !== undefined
}
