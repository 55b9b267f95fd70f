import { DeskError } from '#kernel/errors.ts'
import type { ChannelSetting } from '#ports/channel.ts'

/** Settings of the channel, as they stand in `.env`. */
export const SLACK_SETTINGS = {
  SLACK_BOT_TOKEN: {
    pattern: /^xoxb-\S+$/,
    about:
      'Bot token of the Slack app (OAuth & Permissions). With it and one of the next two the desk is on Slack; see docs/channels/slack.md.',
    example: 'xoxb-...',
  },
  SLACK_APP_TOKEN: {
    pattern: /^xapp-\S+$/,
    about:
      'App-level token with connections:write (Basic Information): Slack is reached from here, and needs no public address.',
    example: 'xapp-...',
  },
  SLACK_SIGNING_SECRET: {
    pattern: /^\S{8,}$/,
    about: 'Signing secret (Basic Information), where Slack posts to PUBLIC_URL/hooks/slack instead.',
    example: '8f742231b10e8888abcd99yyyzzz85a5',
  },
  SLACK_API_URL: {
    pattern: /^(?:https:\/\/\S+|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/\S*)?)$/,
    about: "Another base address of Slack's API, to try the desk against a local server (http: on this machine only).",
    example: 'http://127.0.0.1:15001/api/',
  },
} as const satisfies Record<string, ChannelSetting>

export interface SlackSettings {
  botToken: string
  appToken: string | null
  signingSecret: string | null
  /** Ends with a slash. */
  apiUrl: string
}

type Given = Readonly<Record<string, string | undefined>>

/** What is set; null where Slack is not set up at all. @throws DeskError CONFIG_INVALID where half of it is missing */
export function slackSettings(given: Given): SlackSettings | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given
  if (!botToken && !appToken && !signingSecret) return null
  if (!botToken) throw missing('SLACK_BOT_TOKEN', 'Slack needs it: copy it from OAuth & Permissions of the app')
  if (!appToken && !signingSecret)
    throw missing(
      'SLACK_APP_TOKEN',
      'Slack needs it (or SLACK_SIGNING_SECRET): make one under Basic Information of the app',
    )
  const apiUrl = (given.SLACK_API_URL ?? 'https://slack.com/api').replace(/\/*$/, '/')
  return { botToken, appToken: appToken ?? null, signingSecret: signingSecret ?? null, apiUrl }
}

const missing = (name: string, problem: string): DeskError =>
  new DeskError('CONFIG_INVALID', { name, value: 'not set', problem })
