import { webApi } from '@slack/bolt'
import { DeskError } from '#kernel/errors.ts'
import type { SlackSettings } from './settings.ts'

/** Longest a call may take, in milliseconds. */
const TIMEOUT_MS = 10_000

/** Slack's own programs log what they send; the desk's log says what it has to. */
export const quietLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  setName: () => undefined,
  getLevel: () => webApiLogLevel,
}
const webApiLogLevel = webApi.LogLevel.ERROR

/** How Slack's client calls: once. The outbox tries again, and obeys what Slack says of when. */
export const clientOptions = (
  { apiUrl }: Pick<SlackSettings, 'apiUrl'>,
  timeoutMs = TIMEOUT_MS,
): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: timeoutMs,
  logger: quietLogger,
  allowAbsoluteUrls: false,
})

export const webClient = (settings: SlackSettings): webApi.WebClient =>
  new webApi.WebClient(settings.botToken, clientOptions(settings))

/** What Slack says where something is wrong with itself; the same call may work later. */
const PASSING: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'team_added_to_org',
])

/** What Slack says where a token or its scopes are not what they should be. */
const TOKENS: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
])

/** What Slack answered to a call that it refused. */
export interface Refusal {
  error: string
  /** Something for whoever runs the desk to mend: a token, a scope. */
  isSetup: boolean
  /** The scope that is missing, where that is it. */
  needed: string | null
}

/** Why Slack refused a call for good, or null where it did not answer, or not in earnest. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof webApi.WebAPIPlatformError)) return null
  const { error: code, needed } = error.data as { error: string; needed?: unknown }
  if (PASSING.has(code)) return null
  return { error: code, isSetup: TOKENS.has(code), needed: typeof needed === 'string' ? needed : null }
}

/** A call that Slack did not take, as an error that says when to try again. */
export function asPassing(error: unknown): DeskError {
  if (error instanceof DeskError) return error
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new DeskError('RATE_LIMITED', { name: 'Slack', seconds: error.retryAfter })
  return new DeskError('INTEGRATION_DOWN', { name: 'Slack' }, { cause: error })
}

/** What is wrong with the app, with the fix. */
export function setupFault({ error, needed }: Refusal, token: string): string {
  if (needed) return `the app lacks the scope ${needed}; add it under OAuth & Permissions and install the app again`
  if (error === 'missing_scope')
    return 'the app lacks a scope; compare it with slack-manifest.yaml and install it again'
  if (error === 'account_inactive')
    return `${token} belongs to a workspace or user that is no longer active; install the app again`
  if (error === 'not_allowed_token_type') return `${token} holds another kind of token; see its line in .env.example`
  return `Slack refuses ${token} (${error}); copy it anew from the app's settings`
}
