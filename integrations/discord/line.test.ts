import { expect, test } from 'vitest'
import { messagesIn } from '#store/outbox/outbox.ts'
import { discordDesk, until } from '#test/harness/discord/desk.ts'
import { APP, directOf, GUILD, MIA, SAM, TEAM_CHANNEL, userOf } from '#test/harness/discord/people.ts'
import { DiscordServer } from '#test/harness/discord/server.ts'

const ASK = "what's on tomorrow"
const CONTENT = 1 << 15
const said = (desk: { discord: DiscordServer }, user: string, content: string) => ({
  id: desk.discord.id(),
  channel_id: directOf(user),
  author: userOf(user),
  content,
  mentions: [],
  type: 0,
})

test.each([false, true])(
  'a line that is cut is come back to, and nothing is heard twice (politely: %s)',
  async (politely) => {
    const desk = await discordDesk()
    await desk.say(MIA, ASK)
    desk.discord.cut(politely)
    await until(() => desk.discord.lines === 0)
    desk.discord.tell('MESSAGE_CREATE', said(desk, SAM, ASK))
    await until(() => desk.discord.resumed.length === 1)
    await desk.idle()
    expect([desk.said(directOf(MIA)), desk.said(directOf(SAM))]).toMatchObject([{ length: 1 }, { length: 1 }])
  },
)

test('what was said while the desk was down is heard when it is back', async () => {
  const first = await discordDesk()
  await first.say(MIA, ASK)
  await first.stop()
  first.discord.tell('MESSAGE_CREATE', said(first, SAM, ASK))
  const desk = await discordDesk({ server: first.discord, home: first.home, clock: first.clock })
  expect([desk.said(directOf(MIA)), desk.said(directOf(SAM))]).toMatchObject([{ length: 1 }, { length: 1 }])
  expect(desk.discord.intents).toHaveLength(1)
})

test('where Discord has forgotten, the desk introduces itself anew', async () => {
  const first = await discordDesk()
  await first.say(MIA, ASK)
  await first.stop()
  first.discord.forgets = true
  const desk = await discordDesk({ server: first.discord, home: first.home, clock: first.clock })
  await desk.say(SAM, ASK)
  expect([desk.said(directOf(SAM)), desk.discord.intents]).toMatchObject([{ length: 1 }, { length: 2 }])
})

test('what was said while nobody listened and Discord told nobody is read when the desk is back, once', async () => {
  const first = await discordDesk()
  await first.say(MIA, ASK)
  const thread = await first.say(MIA, `<@${APP}> ${ASK}`, { channel_id: TEAM_CHANNEL, guild_id: GUILD })
  await first.stop()
  const { discord, home, clock } = first
  discord.forgets = true
  clock.set(clock.nowMs() + 6 * 3_600_000)
  discord.written.push(
    said(first, MIA, ASK),
    { ...said(first, SAM, ASK), channel_id: thread },
    { ...said(first, SAM, 'just talking'), channel_id: TEAM_CHANNEL },
  )
  const desk = await discordDesk({ server: discord, home, clock })
  expect([desk.said(directOf(MIA)), desk.said(thread)]).toMatchObject([{ length: 2 }, { length: 2 }])
  await desk.stop()
  const again = await discordDesk({ server: discord, home, clock })
  expect(again.discord.messages).toHaveLength(4)
})

test('of very many the newest are worked on, the owner hears of the rest once, and what is older than a day is no news', async () => {
  const first = await discordDesk()
  await first.say(MIA, ASK)
  await first.stop()
  const { discord, home, clock } = first
  discord.forgets = true
  const old = said(first, MIA, ASK)
  clock.set(clock.nowMs() + 25 * 3_600_000)
  discord.written.push(old, ...Array.from({ length: 9 }, () => said(first, MIA, ASK)))
  const desk = await discordDesk({ server: discord, home, clock })
  expect(desk.said(directOf(MIA)).filter((text) => !/^I was not on/.test(text))).toHaveLength(6)
  const told = (await desk.made.sql.read(() => messagesIn('flags:mia', 9))).filter(
    ({ channel }) => channel === 'console',
  )
  expect(told).toMatchObject([{ message: { text: expect.stringMatching(/9 messages .* newest 5 .* the 4 before/) } }])
})

test('it listens to what people write only where the application may', async () => {
  const asked = async (flags: number): Promise<number> => {
    const server = new DiscordServer()
    await server.open()
    server.flags = flags
    const desk = await discordDesk({ server })
    await desk.stop()
    await server.close()
    return (server.intents[0] ?? 0) & CONTENT
  }
  expect([await asked(0), await asked(1 << 18), await asked(1 << 19)]).toEqual([0, CONTENT, CONTENT])
})

test.each([
  [4004, /refuses DISCORD_BOT_TOKEN; reset it under Bot/],
  [4014, /turn Message Content Intent on under Bot/],
])('a line closed with %s says what to mend, and the desk works without', async (code, problem) => {
  const server = new DiscordServer()
  await server.open()
  server.closeWith = code
  const desk = await discordDesk({ server })
  expect(desk.logged.find((line) => line.message === 'the channel stays closed')?.fields.problem).toMatch(problem)
  expect(JSON.stringify(desk.logged)).not.toContain('a-bot-token')
  await desk.stop()
  await server.close()
})

test('a line that is closed for good while it is open is told to the owner elsewhere, once', async () => {
  const desk = await discordDesk()
  await desk.say(MIA, ASK)
  desk.discord.shut(4004)
  await until(() => desk.logged.some((line) => line.message === 'the channel stays closed'))
  await desk.idle()
  const told = (await desk.made.sql.read(() => messagesIn('flags:mia', 9))).map(({ channel, message }) => [
    channel,
    message,
  ])
  expect(told).toMatchObject([['console', { type: 'notice', text: expect.stringMatching(/reset it under Bot/) }]])
  expect(desk.discord.lines).toBe(0)
})

test('a token that Discord does not know says so at the start', async () => {
  const server = new DiscordServer()
  await server.open()
  server.fault(/^GET \/applications\/@me/, { status: 401, code: 0 })
  const desk = await discordDesk({ server })
  expect(desk.logged.find((line) => line.message === 'the channel stays closed')?.fields.problem).toBe(
    "Discord cannot be used: Discord refuses DISCORD_BOT_TOKEN; reset it under Bot in the application's settings and copy it anew.",
  )
  await desk.stop()
  await server.close()
})

test('what could not be kept holds up nothing that is said elsewhere, and is told again after a restart', async () => {
  const first = await discordDesk()
  first.discord.fault(/^GET \/channels/, ...Array(100).fill(500))
  const id = await first.say(MIA, `<@${APP}> ${ASK}`, { channel_id: TEAM_CHANNEL, guild_id: GUILD })
  await first.say(SAM, ASK)
  expect(first.said(directOf(SAM))).toHaveLength(1)
  await first.stop()
  first.discord.heal()
  const desk = await discordDesk({ server: first.discord, home: first.home, clock: first.clock })
  expect([desk.said(id), desk.said(directOf(SAM))]).toMatchObject([{ length: 1 }, { length: 1 }])
})
