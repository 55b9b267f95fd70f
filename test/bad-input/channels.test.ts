import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { LogFields } from '#ports/log.ts'
import { discordDesk } from '../harness/discord/desk.ts'
import { MIA as DISCORD_MIA, directOf, userOf } from '../harness/discord/people.ts'
import { SECRET, slackDesk, TEAM } from '../harness/slack/desk.ts'
import { MIA, PUBLIC, posted, whatsAppDesk } from '../harness/twilio/desk.ts'
import { signed, TOKEN } from '../harness/twilio/server.ts'

/** A desk on one channel, as far as this asks. */
interface Door {
  made: { sql: { connection: { prepare(text: string): { get(): Record<string, unknown> | undefined } } } }
  logged: { level: string; fields: LogFields; message: string }[]
  idle(): Promise<void>
}
/** Delivers something that is not to be taken, and says how it was answered; undefined where nobody is told. */
type Wrong<D extends Door> = readonly [what: string, reason: string, deliver: (desk: D) => Promise<number | undefined>]

const heard = ({ made }: Door): number =>
  Number(made.sql.connection.prepare('SELECT count(*) AS n FROM inbound').get()?.n)

/** Nothing of it is journaled, one line of the log names the reason, and no line holds a secret or what was said. */
function judged<D extends Door>(name: string, open: () => Promise<D>, table: readonly Wrong<D>[]): void {
  describe(name, () => {
    test.each(table)('%s: %s', async (_what, reason, deliver) => {
      const desk = await open()
      const [before, lines] = [heard(desk), desk.logged.length]
      expect((await deliver(desk)) ?? 400).toBeGreaterThanOrEqual(400)
      await desk.idle()
      expect(heard(desk)).toBe(before)
      const said = desk.logged.slice(lines)
      expect(said.map(({ fields }) => fields.reason)).toEqual([reason])
      expect(JSON.stringify(said)).not.toMatch(/xoxb-|a-signing-secret|a-twilio-auth-token|a-bot-token|hush/)
    })
  })
}

type Slack = Awaited<ReturnType<typeof slackDesk>>
const NOW_S = Date.parse('2026-11-23T09:00:00Z') / 1000
const SAID = JSON.stringify({
  type: 'event_callback',
  team_id: TEAM,
  event_id: 'Ev1',
  event: {
    type: 'message',
    channel_type: 'im',
    channel: 'D0MIA',
    user: 'U0MIA',
    text: 'hush',
    ts: '1700000000.000001',
  },
})
function posts(body: string, { secret = SECRET, atS = NOW_S } = {}): (desk: Slack) => Promise<number | undefined> {
  const signature = createHmac('sha256', secret).update(`v0:${atS}:${body}`).digest('hex')
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': String(atS),
    'x-slack-signature': `v0=${signature}`,
  }
  return async ({ channel }) =>
    (await channel.hook?.(new Request('http://desk/hooks/slack', { method: 'POST', headers, body })))?.status
}
const button = (actionId: string) => async (desk: Slack) => {
  const actions = [{ action_id: actionId, action_ts: '1700000000.000001', value: 'hush' }]
  const container = { type: 'message', message_ts: '1.1', channel_id: 'D0MIA' }
  await desk.slack.deliver('interactive', { type: 'block_actions', user: { id: 'U0MIA' }, container, actions })
  return undefined
}
judged('slack', slackDesk, [
  ['a wrong signature', 'wrong_signature', posts(SAID, { secret: 'another-secret' })],
  ['an old timestamp', 'old_or_no_timestamp', posts(SAID, { atS: NOW_S - 301 })],
  ['a timestamp ahead', 'old_or_no_timestamp', posts(SAID, { atS: NOW_S + 301 })],
  ['what is no JSON', 'malformed', posts('{"hush')],
  ['more than Slack ever posts', 'too_large', posts(SAID.replace('hush', 'hush'.repeat(300_000)))],
  ['a button of another version', 'unknown_button', button('card.dance')],
])

type WhatsApp = Awaited<ReturnType<typeof whatsAppDesk>>
const HOOK = `${PUBLIC}/hooks/whatsapp`
const SENT = posted(MIA, { MessageSid: 'SM1', Body: 'hush' })
const comes =
  (request: () => Request) =>
  async ({ channel }: WhatsApp) =>
    (await channel.hook?.(request()))?.status
judged('whatsapp', whatsAppDesk, [
  ['another token', 'wrong_signature', comes(() => signed(HOOK, SENT, `${TOKEN}!`))],
  [
    'the signature of another address',
    'wrong_signature',
    comes(
      () =>
        new Request(HOOK, {
          method: 'POST',
          headers: signed(`${HOOK}/x`, SENT).headers,
          body: new URLSearchParams(SENT),
        }),
    ),
  ],
  ['no signature', 'no_signature', comes(() => new Request(HOOK, { method: 'POST', body: new URLSearchParams(SENT) }))],
  ['a post of 60 kB', 'too_large', comes(() => signed(HOOK, { ...SENT, Body: 'hush'.repeat(15_000) }))],
  ['a post of nobody', 'malformed', comes(() => signed(HOOK, { MessageSid: 'SM1' }))],
])

type Discord = Awaited<ReturnType<typeof discordDesk>>
const tells = (kind: string, body: object) => async (desk: Discord) => {
  await desk.tell(kind, body)
  return undefined
}
const tap = (custom_id: string) => async (desk: Discord) => {
  const by = { channel_id: directOf(DISCORD_MIA), user: userOf(DISCORD_MIA) }
  desk.discord.interact(3, { custom_id, component_type: 2 }, by)
  await desk.idle()
  return undefined
}
judged('discord', discordDesk, [
  ['a button of another version', 'unknown_button', tap('dance:hush')],
  ['a button of a card that is not there', 'CARD_CHANGED', tap(`approve:${'x'.repeat(22)}`)],
  ['a message without a channel', 'malformed', tells('MESSAGE_CREATE', { content: 'hush' })],
])
