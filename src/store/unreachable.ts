import type { Operation } from '#ports/sql.ts'
import type { HeardPlace } from './heard.ts'
import { dropSetting, getSetting, putSetting } from './settings.ts'

const nameOf = ({ channel, place }: HeardPlace): string => `unreachable:${channel}:${place}`

/** The provider says that nobody can be written to there. */
export const noteUnreachable = (place: HeardPlace, atMs: number): Operation<void> =>
  putSetting(nameOf(place), String(atMs))

/** Whether the provider said so, and nobody has written from there since. */
export function* isUnreachable(place: HeardPlace): Operation<boolean> {
  return (yield* getSetting(nameOf(place))) !== undefined
}

/** They wrote, so they can be written to. */
export const noteReachable = (place: HeardPlace): Operation<void> => dropSetting(nameOf(place))
