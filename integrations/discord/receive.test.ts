import { expect, test } from 'vitest'
import { spokeIn } from '#store/journal/history.ts'
import { discordDesk, until } from '#test/harness/discord/desk.ts'
import {
  APP,
  CLIENTS_ROLE,
  DEALS_ROLE,
  directOf,
  GUILD,
  JO,
  LEE,
  MIA,
  PUBLIC_CHANNEL,
  SAM,
  TEAM_CHANNEL,
  userOf,
} from '#test/harness/discord/people.ts'

const ASK = "what's on tomorrow"
const NOTHING = /nothing/i
const inTeam = { channel_id: TEAM_CHANNEL, guild_id: GUILD }
const inPublic = { channel_id: PUBLIC_CHANNEL, guild_id: GUILD }
const LEFT_ALONE = 'something Discord told was left alone'

test('a member writes in direct messages, and is answered there', async () => {
  const desk = await discordDesk()
  await desk.say(MIA, 'book 30 min with Sam on Thursday at 11am')
  expect(desk.said(directOf(MIA))).toEqual([expect.stringMatching(/^Booked /)])
})

test('a mention in a channel is answered in a thread on it, which goes on without mentions', async () => {
  const desk = await discordDesk()
  const id = await desk.say(MIA, `<@${APP}> ${ASK}`, inTeam)
  expect(desk.discord.channels.get(id)).toMatchObject({ type: 11, parent_id: TEAM_CHANNEL })
  expect(desk.said(id)).toEqual([expect.stringMatching(NOTHING)])
  const inThread = { channel_id: id, guild_id: GUILD }
  await desk.say(SAM, `and ${ASK.replace('tomorrow', 'on Friday')}`, inThread)
  expect(desk.said(id)).toHaveLength(2)
  await desk.say(SAM, 'that looks like a lot of work to me', inThread)
  await desk.say(SAM, `<@${LEE}> ${ASK}`, inThread)
  await desk.say(SAM, ASK, inTeam)
  expect(desk.discord.messages).toHaveLength(2)
})

test('where no thread can be opened, the message itself is answered', async () => {
  const desk = await discordDesk()
  desk.discord.fault(/threads$/, { status: 403, code: 50013 })
  const id = await desk.say(MIA, `<@${APP}> ${ASK}`, inTeam)
  expect(desk.said(TEAM_CHANNEL)).toEqual([expect.stringMatching(NOTHING)])
  expect(desk.discord.messages[0]?.message_reference).toEqual({ message_id: id, fail_if_not_exists: false })
  expect(desk.logged.find((line) => line.message === 'Discord opened no thread')?.fields.problem).toMatch(/permission/)
})

test('bots, webhooks, the desk itself, and what Discord tells of itself are left alone', async () => {
  const desk = await discordDesk()
  await desk.say(MIA, ASK, { author: { ...userOf(MIA), bot: true } })
  await desk.say(MIA, ASK, { webhook_id: '1' })
  await desk.say(APP, ASK)
  await desk.say(MIA, ASK, { type: 7 })
  await desk.say(MIA, '')
  expect(desk.discord.messages).toEqual([])
  expect(desk.logged.filter(({ message }) => message === LEFT_ALONE).map(({ fields }) => fields.reason)).toEqual(
    Array(2).fill('bot'),
  )
})

test('nobody is a member by name; whoever the policy does not name is a stranger to it', async () => {
  const desk = await discordDesk()
  await desk.say(JO, 'pause', { author: { ...userOf(JO), global_name: 'Mia Chen', username: 'mia' } })
  const [kind] = await desk.made.sql.read(() => spokeIn(`discord:@dm:${JO}`, 1))
  expect([kind?.kind, kind?.assurance]).toEqual(['stranger', 'verified'])
})

test('where others read along, a colleague is answered alone; an outsider is answered there', async () => {
  const desk = await discordDesk()
  await desk.say(MIA, `<@${APP}> ${ASK}`, inPublic)
  expect([desk.said(directOf(MIA)), desk.discord.messages]).toMatchObject([{ length: 1 }, { length: 1 }])
  const id = await desk.say(JO, `<@${APP}> can I book a call with Sam next week please?`, inPublic)
  expect(desk.said(id)).toHaveLength(1)
})

test.each<[string, { id: string; allow: string }, Record<string, string>, boolean]>([
  ['a role of clients is let in', { id: CLIENTS_ROLE, allow: '1024' }, {}, false],
  ['somebody is let in by name', { id: JO, allow: '1024' }, {}, false],
  ['a role of the policy is let in', { id: DEALS_ROLE, allow: '1024' }, {}, true],
  ['a member is let in by name', { id: SAM, allow: '1024' }, {}, true],
  ["the team's own role is let in", { id: CLIENTS_ROLE, allow: '1024' }, { DISCORD_TEAM_ROLE: CLIENTS_ROLE }, true],
  ['it is on another server', { id: SAM, allow: '1024' }, { DISCORD_GUILD_ID: '1400000000000000777' }, false],
])('a channel into which %s', async (_name, let_in, settings, isTeams) => {
  const desk = await discordDesk({ settings })
  const channel = desk.discord.channels.get(TEAM_CHANNEL)
  channel?.permission_overwrites?.push({ type: 0, deny: '0', ...let_in })
  await desk.tell('CHANNEL_UPDATE', channel)
  await desk.say(MIA, `<@${APP}> ${ASK}`, inTeam)
  expect(desk.said(directOf(MIA))).toHaveLength(isTeams ? 0 : 1)
})

test('an edit of what waits takes its place, a deletion takes it back; what was done stands', async () => {
  const desk = await discordDesk()
  const before = 'book 30 min with jo@acme.example on Thursday at 11am'
  const id = await desk.say(SAM, before)
  expect(await desk.flags()).toHaveLength(1)
  const after = {
    id,
    channel_id: directOf(SAM),
    author: userOf(SAM),
    content: before.replace('11am', '2pm'),
    mentions: [],
    type: 0,
  }
  await desk.tell('MESSAGE_UPDATE', { ...after, edited_timestamp: '2026-11-23T09:01:00.000000+00:00' })
  const [flag, ...others] = await desk.flags()
  expect([flag?.body.headline, others]).toEqual([expect.stringMatching(/14:00/), []])
  // A link that Discord drew a picture of changes nothing.
  await desk.tell('MESSAGE_UPDATE', { ...after, edited_timestamp: null })
  expect((await desk.flags()).map((one) => one.id)).toEqual([flag?.id])
  await desk.tell('MESSAGE_DELETE', { id, channel_id: directOf(SAM) })
  await desk.tell('MESSAGE_DELETE', { id, channel_id: directOf(SAM) })
  expect(await desk.flags()).toEqual([])
  expect(desk.said(directOf(MIA))).toEqual([
    expect.stringMatching(/^Withdrawn by Sam Ortiz.\nBook .*11:00/),
    expect.stringMatching(/^Withdrawn by Sam Ortiz.\nBook .*14:00/),
  ])
})

const desk_ = (verb: string, what?: string) => ({
  options: [{ type: 1, name: verb, options: what === undefined ? [] : [{ type: 3, name: 'what', value: what }] }],
})

test('a command is answered within moments to whoever typed it, alone, and then in direct messages', async () => {
  const desk = await discordDesk()
  const there = { ...inTeam, member: { user: userOf(MIA), roles: [] } }
  await desk.command(MIA, desk_('ask', ASK), there)
  await desk.command(MIA, desk_('meet', `<@${SAM}> 25m tomorrow 3pm`), there)
  await desk.command(MIA, desk_('ask'), there)
  expect(desk.discord.answers()).toEqual(Array(3).fill({ type: 5, data: { flags: 64 } }))
  expect(desk.discord.callsOf(/^PATCH \/webhooks\/.*@original$/)[0]?.body.content).toMatch(/direct messages/)
  expect(desk.said(directOf(MIA))).toEqual([
    expect.stringMatching(NOTHING),
    expect.stringMatching(/^Booked .*Sam/),
    expect.stringMatching(/^Tell me what you need/),
  ])
})

test('a message handed over is taken as said by whoever hands it over; words of an outsider stay theirs', async () => {
  const desk = await discordDesk()
  const hand = (user: string, author: string, content: string) => {
    const message = { id: desk.discord.id(), channel_id: TEAM_CHANNEL, author: userOf(author), content, type: 0 }
    const data = {
      type: 3,
      name: 'Hand to the desk',
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    }
    return desk.command(user, data, { ...inTeam, member: { user: userOf(user), roles: [] } })
  }
  await hand(MIA, SAM, ASK)
  expect(desk.said(directOf(MIA))).toEqual([expect.stringMatching(NOTHING)])
  await hand(MIA, JO, 'pause')
  await hand(JO, MIA, 'pause')
  expect(desk.said(directOf(MIA))).toHaveLength(1)
  expect(desk.discord.callsOf(/^PATCH \/webhooks/).at(-1)?.body.content).toMatch(/cannot be handed/)
})

test('what cannot be read for now is taken when it can be, in its order', async () => {
  const desk = await discordDesk()
  desk.discord.fault(/^GET \/channels/, 500)
  await desk.say(MIA, `<@${APP}> ${ASK}`, inTeam)
  await desk.say(SAM, 'help')
  await until(() => desk.discord.messages.length === 2)
  expect(desk.logged.some((line) => line.message === 'something Discord told was not taken')).toBe(true)
  expect(desk.said(directOf(SAM))).toHaveLength(1)
})

test('rubbish is left alone, and named in one line without its words', async () => {
  const desk = await discordDesk()
  await desk.tell('MESSAGE_CREATE', { content: 'tell-nobody' })
  await desk.tell('INTERACTION_CREATE', { type: 3, data: 'tell-nobody' })
  await desk.tell('INTERACTION_CREATE', { type: 99 })
  await desk.tell('WHO_KNOWS', null)
  expect(desk.logged.filter((line) => line.message === LEFT_ALONE)).toHaveLength(3)
  expect(JSON.stringify(desk.logged)).not.toContain('tell-nobody')
  await desk.say(MIA, ASK)
  expect(desk.said(directOf(MIA))).toHaveLength(1)
})

test('a text of 60 kB is told to be too long, and is one message', async () => {
  const desk = await discordDesk()
  await desk.say(MIA, 'long '.repeat(12_000))
  expect(desk.said(directOf(MIA))).toEqual([expect.stringMatching(/the desk reads up to 20000/)])
})
