import { expect, test } from 'vitest'
import { Outbound } from '#kernel/outbound.ts'
import type { Delivery } from '#ports/channel.ts'
import { DISCORD_POLICY, discordDesk, until } from '#test/harness/discord/desk.ts'
import {
  CLIENTS_ROLE,
  directOf,
  FLAGS_CHANNEL,
  GUILD,
  LEE,
  MIA,
  PUBLIC_CHANNEL,
  SAM,
  TEAM_CHANNEL,
} from '#test/harness/discord/people.ts'
import type { Fault } from '#test/harness/discord/server.ts'

const ASK = "what's on tomorrow"
const POST = /^POST \/channels\/\d+\/messages$/
const HERE = directOf(MIA)
const reply = (text: string, more: Partial<Delivery> = {}): Delivery => ({
  key: 'reply:1',
  conversation: `discord:${GUILD}:${TEAM_CHANNEL}`,
  to: [],
  message: Outbound.parse({ type: 'reply', text }),
  ...more,
})

test.each<[string, Fault[]]>([
  ['500', [500, 500]],
  ['a cut line', ['reset']],
  ['silence', ['hang']],
  ['a message that was taken and not answered', ['taken']],
  ['taken, then down', ['taken', 500]],
])(
  '%s: the message is sent all the same, once',
  async (_name, faults) => {
    const desk = await discordDesk()
    desk.discord.fault(POST, ...faults)
    await desk.say(MIA, ASK)
    for (let wait = 0; wait < 6; wait++) {
      desk.clock.set(desk.clock.nowMs() + 10_000)
      await desk.idle()
    }
    expect(desk.said(HERE)).toHaveLength(1)
  },
  60_000,
)

test('a limit is obeyed: nothing is sent before Discord allows it, and the order is kept', async () => {
  const desk = await discordDesk()
  desk.discord.fault(POST, 429)
  await desk.say(MIA, ASK)
  await desk.say(MIA, 'help')
  await desk.say(LEE, ASK)
  expect(desk.discord.callsOf(POST)).toHaveLength(1)
  desk.clock.set(desk.clock.nowMs() + 999)
  await desk.idle()
  expect(desk.discord.callsOf(POST)).toHaveLength(1)
  desk.clock.set(desk.clock.nowMs() + 1)
  await desk.idle()
  expect(desk.said(HERE)).toEqual([expect.stringMatching(/nothing/i), expect.stringMatching(/^Tell me/)])
  expect(desk.said(directOf(LEE))).toHaveLength(1)
})

test('a bucket that is known to be empty is waited for, and holds up nobody else', async () => {
  const desk = await discordDesk()
  desk.discord.headers = { 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '0.3' }
  await desk.channel.send(reply('one', { key: 'k1' }))
  const second = desk.channel.send(reply('two', { key: 'k2' }))
  await desk.channel.send(reply('elsewhere', { key: 'k3', conversation: `discord:@dm:${MIA}` }))
  expect([desk.said(TEAM_CHANNEL), desk.said(HERE)]).toEqual([['one'], ['elsewhere']])
  await second
  expect(desk.said(TEAM_CHANNEL)).toEqual(['one', 'two'])
})

test('what comes after a message that failed waits for it; other conversations do not', async () => {
  const desk = await discordDesk()
  desk.discord.fault(POST, 500)
  await desk.say(MIA, ASK)
  await desk.say(MIA, 'help')
  await desk.say(LEE, 'help')
  expect([desk.said(HERE), desk.said(directOf(LEE))]).toMatchObject([[], { length: 1 }])
  desk.clock.set(desk.clock.nowMs() + 2000)
  await desk.idle()
  expect(desk.said(HERE)).toEqual([expect.stringMatching(/nothing/i), expect.stringMatching(/^Tell me/)])
})

test('a second try is one message: by its nonce for minutes, and by a look at the channel after that', async () => {
  const desk = await discordDesk()
  await desk.channel.send(reply('Booked.'))
  await desk.channel.send(reply('Booked.'))
  const [call] = desk.discord.callsOf(POST)
  expect(call?.body).toMatchObject({ enforce_nonce: true, nonce: expect.stringMatching(/^\w{25}$/) })
  const sinceMs = desk.clock.nowMs()
  desk.clock.set(sinceMs + 3_600_000)
  const again = await desk.channel.send(reply('Booked.', { again: true, tried: { sinceMs, others: [] } }))
  expect(again).toEqual({ providerId: `${TEAM_CHANNEL}:${desk.discord.messages[0]?.id}` })
  expect(desk.said(TEAM_CHANNEL)).toEqual(['Booked.'])
})

test('another message with the same words is not taken for it', async () => {
  const desk = await discordDesk()
  await desk.channel.send(reply('Booked.', { key: 'another' }))
  const [other] = desk.discord.messages
  const others = [`${TEAM_CHANNEL}:${other?.id}`]
  await desk.channel.send(reply('Booked.', { again: true, tried: { sinceMs: desk.clock.nowMs(), others } }))
  desk.clock.set(desk.clock.nowMs() + 60_000)
  const tried = { sinceMs: desk.clock.nowMs(), others: [] }
  await desk.channel.send(reply('Booked.', { key: 'third', again: true, tried }))
  expect(desk.said(TEAM_CHANNEL)).toHaveLength(3)
})

test('where the desk may not look, the message is not lost for it', async () => {
  const desk = await discordDesk()
  desk.discord.fault(/^GET \/channels\/\d+\/messages$/, { status: 403, code: 50013 })
  await desk.channel.send(reply('Booked.', { again: true }))
  expect(desk.said(TEAM_CHANNEL)).toEqual(['Booked.'])
})

test('what Discord refuses for good goes nowhere and says why; a token to be mended is waited for', async () => {
  const desk = await discordDesk()
  desk.discord.fault(POST, { status: 403, code: 50013 }, { status: 403, code: 50001 }, { status: 403, code: 50007 })
  expect(await desk.channel.send(reply('Hi'))).toEqual({ unsent: 'refused' })
  expect(await desk.channel.send(reply('Hi'))).toEqual({ unsent: 'refused' })
  expect(await desk.channel.send(reply('Hi'))).toEqual({ unsent: 'other_channel' })
  expect(desk.logged.flatMap(({ fields }) => fields.problem ?? [])).toEqual([
    expect.stringMatching(/lacks a permission/),
    expect.stringMatching(/give it View Channel/),
    expect.stringMatching(/direct messages/),
  ])
  desk.discord.fault(POST, { status: 401, code: 0 })
  await expect(desk.channel.send(reply('Hi'))).rejects.toMatchObject({ code: 'INTEGRATION_DOWN' })
  expect(await desk.channel.send(reply('Hi', { conversation: 'flags:nobody', to: ['nobody'] }))).toEqual({
    unsent: 'no_address',
  })
})

test('text is data on the way out: no mention, no emphasis, no link behind words, no picture of a link', async () => {
  const desk = await discordDesk()
  const text = '@everyone <@1400000000000000010> **[your bank](https://evil.example)** # big ||secret|| `code`'
  await desk.channel.send(reply(text))
  const body = desk.discord.callsOf(POST)[0]?.body
  expect(body).toMatchObject({ allowed_mentions: { parse: [] }, flags: 4 })
  expect(String(body?.content)).not.toMatch(/(?<!\\)(?:<@|\*|\[|\||`)/)
  expect(desk.said(TEAM_CHANNEL)).toEqual([text])
})

test('a long text arrives whole, in pieces that Discord takes, its buttons under the last', async () => {
  const desk = await discordDesk()
  const text = Array.from({ length: 900 }, (_none, at) => `<line ${at}>`).join('\n')
  const choices = [
    { label: 'x'.repeat(200), value: 'yes' },
    { label: 'too long to carry', value: 'y'.repeat(120) },
  ]
  const message = Outbound.parse({ type: 'reply', text, choices })
  await desk.channel.send({ ...reply(''), message })
  const { messages } = desk.discord
  expect(
    desk
      .said(TEAM_CHANNEL)
      .join('\n')
      .match(/<line \d+>/g),
  ).toHaveLength(900)
  expect(messages.every(({ content }) => content.length <= 2000)).toBe(true)
  expect(messages.map(({ components }) => components.length)).toEqual([...Array(messages.length - 1).fill(0), 1])
  expect(messages.at(-1)?.components[0]?.components?.map(({ label }) => label?.length)).toEqual([80])
})

const inChannel = { DISCORD_FLAGS_CHANNEL: FLAGS_CHANNEL }
const WANTED = 'book 30 min with jo@acme.example on Thursday at 11am'

test('cards stand in the channel for them, each with a thread in which is spoken of it', async () => {
  const desk = await discordDesk({ settings: inChannel })
  await desk.say(SAM, WANTED)
  const card = desk.discord.messages.find((one) => one.channel_id === FLAGS_CHANNEL)
  if (!card) throw new Error('no card')
  expect(desk.discord.callsOf(/threads$/)[0]?.body.name).toMatch(/^Decide: Book/)
  // It calls whom it is for, and nobody whom its text may name.
  expect(card.allowed_mentions).toEqual({ parse: [], users: [MIA], roles: [] })
  expect(card.content.startsWith(`<@${MIA}> **`)).toBe(true)
  await desk.tap(MIA, card, 'say.0')
  expect(desk.said(card.id)).toEqual([expect.stringMatching(/^Asked: /)])
  await desk.tap(MIA, card, 'approve')
  expect(desk.said(FLAGS_CHANNEL)).toEqual([expect.stringMatching(/^Approved by Mia Chen/)])
})

test.each<[string, string, RegExp, Fault | null]>([
  ['everybody reads', PUBLIC_CHANNEL, /others can read DISCORD_FLAGS_CHANNEL/, null],
  ['the desk may not see', FLAGS_CHANNEL, /others can read/, { status: 403, code: 50001 }],
  ['is not there', '1400000000000000888', /others can read/, null],
])('where %s the channel for cards, they come in direct messages', async (_name, channel, says, fault) => {
  const desk = await discordDesk({ settings: { DISCORD_FLAGS_CHANNEL: channel } })
  if (fault) desk.discord.fault(/^GET \/channels/, fault)
  await desk.say(SAM, WANTED)
  expect(desk.said(HERE)).toEqual([expect.stringMatching(/^Decide: /)])
  expect(desk.logged.some(({ message }) => says.test(message))).toBe(true)
})

test('where the desk may not write in the channel for cards, they come in direct messages', async () => {
  const desk = await discordDesk({ settings: inChannel })
  desk.discord.fault(/^POST \/channels\/1400000000000000005/, { status: 403, code: 50013 })
  await desk.say(SAM, WANTED)
  expect(desk.said(HERE)).toEqual([expect.stringMatching(/^Decide: /)])
})

test('somebody whose message Discord does not answer keeps nobody else waiting', async () => {
  const desk = await discordDesk()
  desk.discord.fault(POST, 'hang')
  const slow = desk.say(MIA, 'help')
  await until(() => desk.discord.callsOf(POST).length === 1)
  const quick = desk.say(LEE, 'help')
  await until(() => desk.said(directOf(LEE)).length === 1)
  expect(desk.said(HERE)).toEqual([])
  await Promise.all([slow, quick])
})

test('a member without an id of their own is asked by their role, where all who hold it read', async () => {
  const policy = DISCORD_POLICY.replaceAll(/(id: (?:mia|lee),[^}]*?)discord: "\d+", /g, '$1').replace(
    'id: mia,',
    'id: mia, discord_role: "1400000000000000032",',
  )
  const desk = await discordDesk({ policy, settings: inChannel })
  await desk.say(SAM, WANTED)
  const card = desk.discord.messages.find((one) => one.channel_id === FLAGS_CHANNEL)
  expect(card?.allowed_mentions).toEqual({ parse: [], users: [], roles: [CLIENTS_ROLE] })
  expect([desk.channel.reaches?.('mia'), (await discordDesk({ policy })).channel.reaches?.('mia')]).toEqual([
    true,
    false,
  ])
})
