import { onTestFinished } from 'vitest'
import type { Home } from '#app/home.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import type { SetClock } from '#app/system.ts'
import type { Channel } from '#ports/channel.ts'
import type { ModelProvider } from '#ports/model-provider.ts'
import { NOW, type StartedDesk, startDesk } from '../started-desk.ts'
import { until } from '../until.ts'
import { BOT, type Posted, SlackServer, TEAM } from './server.ts'

/** Mia and Lee decide; Sam has no Slack id in the policy and is found by address. */
export const SLACK_POLICY = `version: 1
company: {name: Northwind Studio, timezone: Europe/London, currency: EUR}
people:
  - {id: mia, name: Mia Chen, slack: U0MIA, email: mia@northwind.example, roles: [founder, approver], backup: lee, working_hours: {mon-fri: "09:00-17:00"}}
  - {id: lee, name: Lee Park, slack: U0LEE, email: lee@northwind.example, roles: [approver], working_hours: {mon-fri: "09:00-17:00"}}
  - {id: sam, name: Sam Ortiz, email: sam@northwind.example, roles: [sales], working_hours: {mon-fri: "09:00-17:00"}}
  - {id: priya, name: Priya Shah, slack: U0PRIYA, roles: [engineering], working_hours: {mon-fri: "09:00-17:00"}}
`
export const SECRET = 'a-signing-secret'

export interface SlackDesk extends Omit<StartedDesk, 'channels'> {
  slack: SlackServer
  channel: Channel
  /** Somebody writes in direct messages, or where `more` says. Resolves with the acknowledgement, when the desk is idle. */
  say(user: string, text: string, more?: Record<string, unknown>, body?: Record<string, unknown>): Promise<unknown>
  /** Delivers an event of any kind. */
  event(event: Record<string, unknown>, body?: Record<string, unknown>): Promise<unknown>
  /** Somebody presses a button of a message. */
  press(user: string, message: Posted, actionId: string, more?: { option?: number; at?: string }): Promise<unknown>
  /** Texts of the messages in a channel, oldest first. */
  said(channel: string): string[]
}

export interface SlackDeskOptions {
  server?: SlackServer
  home?: Home
  policy?: string
  settings?: Record<string, string>
  clock?: SetClock
  /** Who has the models; none without. */
  provider?: ModelProvider
}

/** A whole desk on a Slack of its own. */
export async function slackDesk(options: SlackDeskOptions = {}): Promise<SlackDesk> {
  const slack = options.server ?? new SlackServer()
  if (!options.server) {
    await slack.open()
    onTestFinished(() => slack.close())
  }
  const { channels, ...desk } = await startDesk({
    ...options,
    policy: options.policy ?? SLACK_POLICY,
    settings: {
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_APP_TOKEN: 'xapp-test',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.url,
      ...options.settings,
    },
    beside: [quietChannel('console')],
  })
  const [channel] = channels
  if (!channel) throw new Error('Slack was not opened')
  const { clock, idle } = desk
  let nth = Math.floor(clock.nowMs() / 1000) % 100_000
  const event: SlackDesk['event'] = async (inner, body = {}) => {
    const answer = await slack.deliver('events_api', {
      type: 'event_callback',
      team_id: TEAM,
      event_id: `Ev${++nth}`,
      event_time: Math.floor(clock.nowMs() / 1000),
      event: inner,
      ...body,
    })
    await idle()
    return answer
  }
  return {
    ...desk,
    slack,
    channel,
    event,
    say: (user, text, more = {}, body = {}) =>
      event(
        {
          type: 'message',
          channel_type: 'im',
          channel: `D${user.slice(1)}`,
          user,
          text,
          ts: `${Math.floor(clock.nowMs() / 1000)}.${String(++nth).padStart(6, '0')}`,
          ...more,
        },
        body,
      ),
    async press(user, message, actionId, { option, at } = {}) {
      const element = message.blocks.flatMap((block) => block.elements ?? []).find((one) => one.action_id === actionId)
      const answer = await slack.deliver('interactive', {
        type: 'block_actions',
        user: { id: user },
        trigger_id: `trigger-${++nth}`,
        container: { type: 'message', message_ts: message.ts, channel_id: message.channel },
        message: { ts: message.ts, ...(message.thread && { thread_ts: message.thread }) },
        actions: [
          {
            action_id: actionId,
            action_ts: at ?? `${Math.floor(clock.nowMs() / 1000)}.${nth}`,
            ...(option === undefined ? { value: element?.value } : { selected_option: element?.options?.[option] }),
          },
        ],
      })
      await idle()
      return answer
    },
    said: (place) => slack.messages.filter((one) => one.channel === place).map((one) => one.text),
  }
}

export { BOT, NOW, TEAM, until }
