import { DeskError } from '#kernel/errors.ts'
import type { ChannelSetting } from '#ports/channel.ts'

/** Ids of Discord are numbers of 64 bits, written in decimal. */
const SNOWFLAKE = /^\d{15,20}$/

/** Settings of the channel, as they stand in `.env`. */
export const DISCORD_SETTINGS = {
  DISCORD_BOT_TOKEN: {
    pattern: /^\S{8,}$/,
    about:
      'Bot token of the Discord application (Bot, Reset Token). With it the desk is on Discord; see docs/channels/discord.md.',
    example: 'MTQwMDAw...',
  },
  DISCORD_GUILD_ID: {
    pattern: SNOWFLAKE,
    about:
      "The team's own server, by its id: commands appear there at once. Without it they are registered for every server.",
    example: '112233445566778899',
  },
  DISCORD_FLAGS_CHANNEL: {
    pattern: SNOWFLAKE,
    about:
      'Channel in which decisions are asked for, each with a thread; the team alone may see it. Without it they are asked for in direct messages.',
    example: '112233445566778899',
  },
  DISCORD_TEAM_ROLE: {
    pattern: SNOWFLAKE,
    about:
      'Role that the team holds and nobody else. In a channel that others may read, members are answered in direct messages.',
    example: '112233445566778899',
  },
  DISCORD_API_URL: {
    pattern: /^(?:https:\/\/\S+|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/\S*)?)$/,
    about:
      "Another base address of Discord's API, to try the desk against a local server (http: on this machine only).",
    example: 'http://127.0.0.1:15006/api',
  },
} as const satisfies Record<string, ChannelSetting>

export interface DiscordSettings {
  token: string
  /** The team's own server, or null: commands are registered for all. */
  guild: string | null
  /** Where cards are shown, or null: in direct messages. */
  flagsChannel: string | null
  /** Role of the team, or null. */
  teamRole: string | null
  /** Without a slash at its end, and without the version. */
  apiUrl: string
}

type Given = Readonly<Record<string, string | undefined>>

/** What is set; null where Discord is not set up at all. @throws DeskError CONFIG_INVALID where half of it is missing */
export function discordSettings(given: Given): DiscordSettings | null {
  const { DISCORD_BOT_TOKEN: token, DISCORD_GUILD_ID: guild, DISCORD_FLAGS_CHANNEL: flagsChannel } = given
  if (!token) {
    if (!guild && !flagsChannel) return null
    const problem = 'Discord needs it: copy it from Bot of the application'
    throw new DeskError('CONFIG_INVALID', { name: 'DISCORD_BOT_TOKEN', value: 'not set', problem })
  }
  const apiUrl = (given.DISCORD_API_URL ?? 'https://discord.com/api').replace(/\/+$/, '').replace(/\/v\d+$/, '')
  return {
    token,
    guild: guild ?? null,
    flagsChannel: flagsChannel ?? null,
    teamRole: given.DISCORD_TEAM_ROLE ?? null,
    apiUrl,
  }
}
