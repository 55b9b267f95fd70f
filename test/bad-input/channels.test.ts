import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { LogFields } from '#ports/log.ts'
import { discordDesk } from '../harness/discord/desk.ts'
import { APP, MIA as DISCORD_MIA, directOf, userOf } from '../harness/discord/people.ts'
import { BOT, SECRET, slackDesk, TEAM } from '../harness/slack/desk.ts'
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

const put = ({ made }: Door): number => Number(made.sql.connection.prepare('SELECT count(*) AS n FROM outbox').get()?.n)

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

/** Something that is no news: as it comes, and what came before it. */
type Old<D extends Door> = readonly [what: string, before: readonly Step<D>[], deliver: Step<D>]
type Step<D extends Door> = (desk: D) => Promise<unknown>

/** Nothing of it is journaled or answered, and the log is silent. */
function noNews<D extends Door>(name: string, open: () => Promise<D>, table: readonly Old<D>[]): void {
  test.each(table)(`${name}: %s is no news`, async (_what, before, deliver) => {
    const desk = await open()
    for (const step of before) await step(desk)
    await desk.idle()
    const [known, lines, sent] = [heard(desk), desk.logged.length, put(desk)]
    expect(known).toBe(before.length)
    await deliver(desk)
    await desk.idle()
    expect([heard(desk), put(desk), desk.logged.slice(lines)]).toEqual([known, sent, []])
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
  ['what another bot says', 'bot', async (desk) => void (await desk.say('U0OTHER', 'hush', { bot_id: 'B1' }))],
])
const EDIT = { type: 'message', subtype: 'message_changed', channel: 'D0MIA', channel_type: 'im' }
const { event: WRITTEN } = JSON.parse(SAID) as { event: object }
noNews('slack', slackDesk, [
  ['the same post again', [posts(SAID)], posts(SAID)],
  ['what the desk itself says', [], (desk) => desk.say(BOT, 'hush', { bot_id: 'B0BOT' })],
  [
    'an edit that changes no word',
    [posts(SAID)],
    (desk) => desk.event({ ...EDIT, message: WRITTEN, previous_message: WRITTEN }),
  ],
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
noNews('whatsapp', whatsAppDesk, [
  ['the same post again', [comes(() => signed(HOOK, SENT))], comes(() => signed(HOOK, SENT))],
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
/** Ids of Discord tell when they were made: a moment before the desk opened. */
const WORDS = {
  id: '1574348783616000001',
  channel_id: directOf(DISCORD_MIA),
  author: userOf(DISCORD_MIA),
  content: 'hush',
  mentions: [],
  type: 0,
}
judged('discord', discordDesk, [
  ['a button of another version', 'unknown_button', tap('dance:hush')],
  ['a button of a card that is not there', 'CARD_CHANGED', tap(`approve:${'x'.repeat(22)}`)],
  ['a message without a channel', 'malformed', tells('MESSAGE_CREATE', { content: 'hush' })],
  [
    'what another bot says',
    'bot',
    tells('MESSAGE_CREATE', { ...WORDS, author: { ...userOf(DISCORD_MIA), bot: true } }),
  ],
])
noNews('discord', discordDesk, [
  ['the same message again', [tells('MESSAGE_CREATE', WORDS)], tells('MESSAGE_CREATE', WORDS)],
  ['what the desk itself says', [], tells('MESSAGE_CREATE', { ...WORDS, author: userOf(APP) })],
  ['a link that got its picture', [tells('MESSAGE_CREATE', WORDS)], tells('MESSAGE_UPDATE', WORDS)],
])
