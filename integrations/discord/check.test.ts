import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#app/config.ts'
import { plug } from '#integrations/discord/index.ts'
import { FLAGS_CHANNEL, GUILD, PUBLIC_CHANNEL } from '#test/harness/discord/people.ts'
import { DiscordServer } from '#test/harness/discord/server.ts'
import { checkChannels } from '../../src/cli/doctor/channels.ts'
import { inviteUrl } from './check.ts'

async function server(): Promise<DiscordServer> {
  const discord = new DiscordServer()
  await discord.open()
  onTestFinished(() => discord.close())
  return discord
}
const given = (discord: DiscordServer, more: Record<string, string> = {}) => ({
  DISCORD_BOT_TOKEN: 'very-secret',
  DISCORD_API_URL: discord.url,
  ...more,
})
const both = { DISCORD_GUILD_ID: GUILD, DISCORD_FLAGS_CHANNEL: FLAGS_CHANNEL }

test('real calls with the token, and all is well', async () => {
  const discord = await server()
  expect(await plug.check(given(discord, both))).toEqual([
    { state: 'ok', says: 'the bot is nightdesk.' },
    { state: 'ok', says: 'it hears its threads without being named.' },
    { state: 'ok', says: 'it is on Northwind, and may register commands there.' },
    { state: 'ok', says: 'decisions are asked for in #it.' },
  ])
})

test('with a slash at the end of its address, and with a version, too', async () => {
  const discord = await server()
  for (const end of ['/', '/v10', '/v10/'])
    expect(await plug.check(given(discord, { DISCORD_API_URL: `${discord.url}${end}` }))).toMatchObject([
      { state: 'ok' },
      { state: 'ok' },
    ])
})

test('what the bot may not read is a warning: it works without', async () => {
  const discord = await server()
  discord.flags = 0
  expect((await plug.check(given(discord)))[1]).toEqual({
    state: 'warn',
    says: 'it reads only what names it, in servers; turn Message Content Intent on under Bot, and restart.',
  })
})

test('permissions that are missing are named, with the fix', async () => {
  const discord = await server()
  discord.everybody = '0'
  discord.botMay = String(1024 + 2048)
  expect((await plug.check(given(discord, both)))[3]).toEqual({
    state: 'fail',
    says: 'the bot lacks Send Messages in Threads, Create Public Threads, Embed Links, Read Message History in #it; grant it there, in the settings of the channel.',
  })
})

test.each<[string, Record<string, string>, RegExp, { status: number; code: number } | null]>([
  ['a token Discord does not take', {}, /refuses DISCORD_BOT_TOKEN; reset it under Bot/, { status: 401, code: 0 }],
  [
    'a server the bot is not on',
    { DISCORD_GUILD_ID: '1400000000000000777' },
    /invite it: https:\/\/discord\.com/,
    null,
  ],
  ['a channel everybody reads', { DISCORD_FLAGS_CHANNEL: PUBLIC_CHANNEL }, /make the channel private/, null],
  ['a channel that is none', { DISCORD_FLAGS_CHANNEL: '1400000000000000777' }, /FLAGS_CHANNEL cannot be used/, null],
])('%s is named with the fix, and no secret is shown', async (_name, more, says, fault) => {
  const discord = await server()
  if (fault) discord.fault(/^GET/, fault)
  const findings = await plug.check(given(discord, more))
  expect(findings.find((one) => one.state === 'fail')?.says).toMatch(says)
  expect(JSON.stringify(findings)).not.toContain('very-secret')
})

test('Discord that does not answer is a warning: the token may be well', async () => {
  const discord = await server()
  discord.fault(/^GET/, 'reset')
  expect(await plug.check(given(discord))).toMatchObject([{ state: 'warn' }])
})

test('half of a set-up names what is missing; nothing of it is nothing to check', async () => {
  expect(await checkChannels({ channels: { DISCORD_GUILD_ID: GUILD } })).toEqual([
    { state: 'fail', about: 'discord', says: expect.stringMatching(/^DISCORD_BOT_TOKEN is not set: /) },
  ])
  expect(await checkChannels({ channels: {} })).toEqual([])
})

test.each([
  ['DISCORD_GUILD_ID', 'my-server'],
  ['DISCORD_API_URL', 'http://discord.example/api'],
])('%s that cannot be right is refused at the start, without its value', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is not what it should be: expected`))
  expect(() => readConfig({ [name]: value })).not.toThrow(new RegExp(value))
})

test('the steps of the set-up invite the bot with what it needs', () => {
  expect(plug.setup.steps.join('\n')).toContain(inviteUrl('APPLICATION_ID'))
})
