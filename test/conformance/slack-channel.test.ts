import { onTestFinished } from 'vitest'
import { openChannels } from '#app/channels.ts'
import { SetClock } from '#app/system.ts'
import { parsePolicy } from '#policy/policy.ts'
import { silentLog } from '#ports/log.ts'
import { NOW, SLACK_POLICY, TEAM, until } from '../harness/slack/desk.ts'
import { type Posted, SlackServer } from '../harness/slack/server.ts'
import { type ChannelUnderTest, channelConformance, HeardDesk, type Seen } from './channel.ts'

const MIA = 'D0MIA'

async function open(): Promise<ChannelUnderTest> {
  const slack = new SlackServer()
  await slack.open()
  const policy = parsePolicy(SLACK_POLICY, { file: 'policy.yaml' })
  const settings = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_APP_TOKEN: 'xapp-test', SLACK_API_URL: slack.url }
  const clock = new SetClock(Date.parse(NOW))
  const [channel] = await openChannels(settings, { clock, log: silentLog, policy: () => policy })
  if (!channel) throw new Error('Slack was not opened')
  const desk = new HeardDesk()
  await channel.start(desk)
  onTestFinished(async () => {
    await channel.stop()
    await slack.close()
  })

  const tap = async (actionId: string, id: string): Promise<void> => {
    const card = slack.messages.at(-1)
    const value = card?.blocks.flatMap((block) => block.elements ?? []).find((one) => one.action_id === actionId)?.value
    await slack.deliver('interactive', {
      type: 'block_actions',
      user: { id: 'U0MIA' },
      trigger_id: id,
      container: { type: 'message', message_ts: card?.ts, channel_id: MIA },
      actions: [{ action_id: actionId, action_ts: '1700000000.000001', value }],
    })
  }
  return {
    channel,
    desk,
    conversation: `slack:${TEAM}:U0MIA`,
    member: 'mia',
    async write(text, id) {
      const ts = `1700000000.${String(id.length * 1000 + id.charCodeAt(id.length - 1)).padStart(6, '0')}`
      const event = { type: 'message', channel_type: 'im', channel: MIA, user: 'U0MIA', text, ts }
      const body = { type: 'event_callback', team_id: TEAM, event_id: `Ev${id}`, event }
      return (await slack.deliver('events_api', body, 300)) !== null
    },
    tap: (verb, id) => tap(`card.${verb}`, id),
    async edit(title) {
      await tap('card.edit', 'e1')
      await until(() => slack.callsOf('views.open').length > 0)
      const { callback_id, private_metadata } = slack.callsOf('views.open').map((call) => call.args.view)[0] as Record<
        string,
        string
      >
      const state = { values: { '0.title': { value: { value: title } } } }
      const view = { id: 'V1', callback_id, private_metadata, state }
      await slack.deliver('interactive', { type: 'view_submission', user: { id: 'U0MIA' }, view })
    },
    seen: () => slack.messages.map(seenOf),
    failNext: (how) => slack.fault('chat.postMessage', how === 'limit' ? 429 : how === 'down' ? 'reset' : 'taken'),
    limitSeconds: 1,
    async reconnect() {
      const before = slack.callsOf('apps.connections.open').length
      slack.cut()
      await until(() => slack.callsOf('apps.connections.open').length > before && slack.lines === 1)
    },
  }
}

/** A message as a person reads it. */
function seenOf({ blocks }: Posted): Seen {
  const texts = blocks.flatMap((block) => [block.text?.text ?? '', ...(block.elements ?? []).map(textIn)])
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? (block.elements ?? []).map(textIn) : []))
  const shown = blocks.flatMap((block) =>
    block.type === 'actions' ? [] : [block.text?.text ?? '', ...(block.elements ?? []).map(textIn)],
  )
  return { text: plain(shown.filter(Boolean).join('\n')), buttons, raw: JSON.stringify([texts, blocks]) }
}

const textIn = (element: { text?: unknown }): string =>
  typeof element.text === 'string' ? element.text : ((element.text as { text?: string } | undefined)?.text ?? '')

const plain = (mrkdwn: string): string => mrkdwn.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')

channelConformance('slack', open)
