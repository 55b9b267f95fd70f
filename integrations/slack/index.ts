import type { ChannelPlug } from '#ports/channel.ts'
import { SLACK_SETTINGS, slackSettings } from './settings.ts'

/** Slack, installed. Its packages are loaded only where it is set up. */
export const plug: ChannelPlug = {
  name: 'slack',
  settings: SLACK_SETTINGS,
  setup: {
    question: 'Is the team on Slack?',
    steps: [
      '1. Open https://api.slack.com/apps, Create New App, From a manifest, and paste integrations/slack/slack-manifest.yaml.',
      '2. Basic Information, App-Level Tokens: generate one with connections:write. It begins with xapp-.',
      '3. Install App, Install to Workspace. The bot token begins with xoxb-.',
      'An empty answer leaves it for later; docs/channels/slack.md says all of this again.',
    ],
    asks: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
  },
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
