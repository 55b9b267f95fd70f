import type { ChannelPlug } from '#ports/channel.ts'
import { SLACK_SETTINGS, slackSettings } from './settings.ts'

/** Slack, installed. Its packages are loaded only where it is set up. */
export const plug: ChannelPlug = {
  name: 'slack',
  settings: SLACK_SETTINGS,
  async open(given, kit) {
    const settings = slackSettings(given)
    if (!settings) return null
    const { SlackChannel } = await import('./channel.ts')
    return new SlackChannel(settings, kit)
  },
  async check(given) {
    const settings = slackSettings(given)
    if (!settings) return []
    const { checkSlack } = await import('./check.ts')
    return checkSlack(settings)
  },
}
