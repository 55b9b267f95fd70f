import type { ChannelPlug } from '#ports/channel.ts'
import { DISCORD_SETTINGS, discordSettings } from './settings.ts'

/** Discord, installed. Its packages are loaded only where it is set up. */
export const plug: ChannelPlug = {
  name: 'discord',
  settings: DISCORD_SETTINGS,
  setup: {
    question: 'Is the team on Discord?',
    steps: [
      '1. Open https://discord.com/developers/applications, New Application. Its Application ID is on the first page.',
      '2. Bot, Reset Token: copy it. Turn Message Content Intent on, so that the desk hears its threads without being named.',
      '3. Open https://discord.com/oauth2/authorize?client_id=APPLICATION_ID&scope=bot+applications.commands&permissions=309237730304 with that id in it, and choose your server.',
      '4. Settings of your own Discord, Advanced, Developer Mode: then every server, channel and person has Copy ID in its menu.',
      '5. For members write their id into the policy: discord: "998877665544332211".',
      'An empty answer leaves it for later; docs/channels/discord.md says all of this again.',
    ],
    asks: ['DISCORD_BOT_TOKEN', 'DISCORD_GUILD_ID', 'DISCORD_FLAGS_CHANNEL'],
  },
  async open(given, kit) {
    const settings = discordSettings(given)
    if (!settings) return null
    const { DiscordChannel } = await import('./channel.ts')
    return new DiscordChannel(settings, kit)
  },
  async check(given) {
    const settings = discordSettings(given)
    if (!settings) return []
    const { checkDiscord } = await import('./check.ts')
    return checkDiscord(settings)
  },
}
