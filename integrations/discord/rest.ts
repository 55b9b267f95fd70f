import { DiscordAPIError, RateLimitError, REST, type RESTOptions } from 'discord.js'
import { DeskError } from '#kernel/errors.ts'
import { SECOND_MS } from '#kernel/units.ts'
import type { DiscordSettings } from './settings.ts'

/** Longest a call may take. */
const TIMEOUT_MS = 10 * SECOND_MS
/** A bucket that is known to be empty is waited for so long; beyond that the outbox waits. */
const PATIENCE_MS = 5 * SECOND_MS
/** What the client adds to every time to wait. */
const OFFSET_MS = 50

/** Something Discord was asked and did not do, or did not answer. */
export type Rest = REST

/**
 * How Discord is called: once. The outbox tries again, and obeys what Discord says of when. A call that is known to be one too many
 * waits here until its own bucket is filled, so that one busy channel holds up no other; a limit that Discord answers with is told.
 */
export function restClient({ token, apiUrl }: Pick<DiscordSettings, 'token' | 'apiUrl'>, timeoutMs = TIMEOUT_MS): REST {
  const foreseen = new WeakSet<object>()
  const rejectOnRateLimit: RESTOptions['rejectOnRateLimit'] = (limit) =>
    !foreseen.has(limit) || limit.timeToReset > PATIENCE_MS
  const rest = new REST({ api: apiUrl, retries: 0, timeout: timeoutMs, offset: OFFSET_MS, rejectOnRateLimit })
  // Announced are limits that were seen coming, and no others.
  rest.on('rateLimited', (limit) => foreseen.add(limit))
  return rest.setToken(token)
}

/** Codes of Discord (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json). */
export const CODE = {
  unknownChannel: 10003,
  unknownMessage: 10008,
  missingAccess: 50001,
  notWithThisUser: 50007,
  missingPermission: 50013,
  threadExists: 160004,
} as const

/** What Discord answered to a call that it refused for good. */
export interface Refusal {
  /** Discord's own code, 0 where it names none. */
  code: number
  /** The token is not taken: whoever runs the desk has to mend it. */
  isToken: boolean
}

/** Why Discord refused a call for good, or null where it did not answer, or not in earnest. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof DiscordAPIError) || error.status >= 500) return null
  return { code: Number(error.code) || 0, isToken: error.status === 401 }
}

/** A call that Discord did not take, as an error that says when to try again. */
export function asPassing(error: unknown): DeskError {
  if (error instanceof DeskError) return error
  if (error instanceof RateLimitError) return limitOf(error)
  return new DeskError('INTEGRATION_DOWN', { name: 'Discord' }, { cause: error })
}

function limitOf({ retryAfter, timeToReset }: RateLimitError): DeskError {
  const waitMs = (retryAfter || timeToReset) - OFFSET_MS
  return new DeskError('RATE_LIMITED', { name: 'Discord', seconds: Math.max(1, Math.ceil(waitMs / SECOND_MS)) })
}

/** What is wrong where Discord refuses something, with the fix. */
export function faultOf({ code, isToken }: Refusal): string {
  if (isToken)
    return "Discord refuses DISCORD_BOT_TOKEN; reset it under Bot in the application's settings and copy it anew"
  if (code === CODE.missingAccess) return 'the bot does not see that channel; give it View Channel there'
  if (code === CODE.missingPermission) return 'the bot lacks a permission there; compare docs/channels/discord.md'
  if (code === CODE.notWithThisUser)
    return 'they take no direct messages from the server; they can allow them in its privacy settings'
  return `Discord refuses it (${code})`
}
