import { type Posted, SlackServer, TEAM } from '../slack/server.ts'
import { until } from '../until.ts'
import type { Front, Member, Running, ShownCard } from './front.ts'

const USERS: Readonly<Record<Member, string>> = { mia: 'U0MIA', lee: 'U0LEE', sam: 'U0SAM', priya: 'U0PRIYA' }
const directOf = (member: Member): string => `D${USERS[member].slice(1)}`
const elementsOf = ({ blocks }: Posted) => blocks.flatMap((block) => block.elements ?? [])
/** A card's own mark: what stands in its place later has none of its buttons. */
const isCard = (posted: Posted): boolean => elementsOf(posted).some((one) => one.action_id?.startsWith('card.'))

/** Direct messages of Slack, over Socket Mode. */
export async function slackFront(): Promise<Front> {
  const slack = new SlackServer()
  await slack.open()
  let running: Running | null = null
  let nth = 0
  const second = () => Math.floor((running?.clock.nowMs() ?? 0) / 1000)
  /** Messages that were cards when they were looked at. */
  const known = new Set<string>()
  /** What opened in the place of a form. */
  const answered: { member: Member; text: string }[] = []
  const interact = (payload: object) => slack.deliver('interactive', payload)

  async function tap(member: Member, { copy }: ShownCard, verb: string): Promise<void> {
    const posted = copy as Posted
    const actionId = `card.${verb}`
    await interact({
      type: 'block_actions',
      user: { id: USERS[member] },
      trigger_id: `trigger-${++nth}`,
      container: { type: 'message', message_ts: posted.ts, channel_id: posted.channel },
      message: { ts: posted.ts },
      actions: [
        {
          action_id: actionId,
          action_ts: `${second() + ++nth * 20}.000001`,
          value: elementsOf(posted).find((one) => one.action_id === actionId)?.value,
        },
      ],
    })
  }

  return {
    name: 'slack',
    settings: { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_APP_TOKEN: 'xapp-test', SLACK_API_URL: slack.url },
    handles: USERS,
    join(next) {
      running = next
    },
    async say(member, text) {
      const event = {
        type: 'message',
        channel_type: 'im',
        channel: directOf(member),
        user: USERS[member],
        text,
        ts: `${second()}.${String(++nth).padStart(6, '0')}`,
      }
      await slack.deliver('events_api', { type: 'event_callback', team_id: TEAM, event_id: `Ev${nth}`, event })
    },
    told: async (member) => [
      ...slack.messages.filter((one) => one.channel === directOf(member)).map((one) => one.text.replace(/&amp;/g, '&')),
      ...answered.filter((one) => one.member === member).map((one) => one.text),
    ],
    async cards(member) {
      for (const posted of slack.messages) if (isCard(posted)) known.add(posted.ts)
      return slack.messages
        .filter((one) => one.channel === directOf(member) && known.has(one.ts))
        .map((one) => ({ text: one.text, open: isCard(one), copy: structuredClone(one) }))
    },
    press: tap,
    async edit(member, card, title) {
      const before = slack.callsOf('views.open').length
      await tap(member, card, 'edit')
      await until(() => slack.callsOf('views.open').length > before)
      const view = slack.callsOf('views.open').at(-1)?.args.view as Record<string, string>
      const { callback_id, private_metadata } = view
      // Without a name it is no form: it says why there is none.
      if (!callback_id) return void answered.push({ member, text: JSON.stringify(view.blocks) })
      const state = { values: { '0.title': { value: { type: 'plain_text_input', value: title } } } }
      const filled = { id: `V${++nth}`, callback_id, private_metadata, state }
      await interact({ type: 'view_submission', user: { id: USERS[member] }, view: filled })
    },
    trouble: (where, ...troubles) => slack.fault(where === 'post' ? 'chat.postMessage' : 'chat.update', ...troubles),
    close: () => slack.close(),
  }
}
