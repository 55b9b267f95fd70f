import { expect, test } from 'vitest'
import { kitOf } from '#app/channels.ts'
import { SetClock } from '#app/system.ts'
import { parsePolicy } from '#policy/policy.ts'
import { silentLog } from '#ports/log.ts'
import { DISCORD_POLICY, discordDesk, NOW } from '#test/harness/discord/desk.ts'
import { directOf, GUILD, JO, MIA, SAM } from '#test/harness/discord/people.ts'
import { commandsOf } from './commands.ts'

const PUT = /^PUT \/applications\//
const verbs = () => {
  const policy = parsePolicy(DISCORD_POLICY, { file: 'policy.yaml' })
  return kitOf('discord', { clock: new SetClock(Date.parse(NOW)), log: silentLog, policy: () => policy }).verbs()
}

interface Listed {
  name: string
  description: string
  type?: number
  options?: Listed[]
}

test('the commands are those of the desk and its agents, all of them, within what Discord takes', () => {
  const [desk, hand] = commandsOf(verbs()) as Listed[]
  expect([desk?.name, hand?.name]).toEqual(['desk', 'Hand to the desk'])
  const [above, group] = [desk?.options ?? [], desk?.options?.find(({ type }) => type === 2)]
  const all = [...above.filter((one) => one !== group), ...(group?.options ?? [])]
  expect(all.map(({ name }) => name).sort()).toEqual(
    ['ask', ...verbs().map(({ verb }) => verb.replaceAll(' ', '_'))].sort(),
  )
  expect(above.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['meet', 'lead', 'flags', 'undo', 'why', 'help']),
  )
  expect([above.length, group?.options?.length ?? 0].every((length) => length <= 25)).toBe(true)
  for (const { name, description } of [...above, ...all]) {
    expect(name).toMatch(/^[-_a-z0-9]{1,32}$/)
    expect(description.length).toBeLessThanOrEqual(100)
  }
})

test('a word of the second level is one like the others', async () => {
  const desk = await discordDesk()
  const what = { type: 3, name: 'what', value: 'tomorrow' }
  await desk.command(MIA, {
    options: [{ type: 2, name: 'more', options: [{ type: 1, name: 'agenda', options: [what] }] }],
  })
  expect(desk.said(directOf(MIA))).toEqual([expect.stringMatching(/nothing/i)])
})

test('they are registered when they differ from those that are, and not otherwise', async () => {
  const first = await discordDesk()
  expect(first.discord.callsOf(PUT).map(({ path }) => path)).toEqual([
    expect.stringMatching(/^\/applications\/\d+\/commands$/),
  ])
  await first.stop()
  const again = await discordDesk({ server: first.discord, home: first.home, clock: first.clock })
  expect(again.discord.callsOf(PUT)).toHaveLength(1)
  const [registered] = again.discord.commands.values()
  if (registered?.[0]) registered[0].description = 'What an older version said'
  await again.stop()
  await discordDesk({ server: first.discord, home: first.home, clock: first.clock })
  expect(first.discord.callsOf(PUT)).toHaveLength(2)
})

test('on one server they are registered there, and those of everywhere are taken away', async () => {
  const first = await discordDesk()
  await first.stop()
  const desk = await discordDesk({
    server: first.discord,
    home: first.home,
    clock: first.clock,
    settings: { DISCORD_GUILD_ID: GUILD },
  })
  const counts = Object.fromEntries([...desk.discord.commands].map(([path, list]) => [path, list.length]))
  expect(counts).toEqual({
    '/applications/1400000000000000001/commands': 0,
    [`/applications/1400000000000000001/guilds/${GUILD}/commands`]: 2,
  })
})

test('where they may not be registered, one line says so and the desk works', async () => {
  const server = (await discordDesk()).discord
  server.commands.clear()
  server.fault(PUT, { status: 403, code: 50001 })
  const desk = await discordDesk({ server })
  expect(desk.logged.some(({ message }) => /could not be registered/.test(message))).toBe(true)
  await desk.say(MIA, 'help')
  expect(desk.said(directOf(MIA))).toHaveLength(1)
})

const typing = (name: string, value: string) => ({
  options: [{ type: 1, name, options: [{ type: 3, name: 'what', value, focused: true }] }],
})

test('what a verb is about can be picked: flags to decide, things to undo, for members alone', async () => {
  const desk = await discordDesk()
  await desk.say(SAM, 'book 30 min with jo@acme.example on Thursday at 11am')
  await desk.say(MIA, 'book 30 min with Sam on Friday at 11am')
  const [flag] = await desk.flags()
  const picked = async (user: string, verb: string, value = '') => {
    await desk.complete(user, typing(verb, value))
    return desk.discord.answers().at(-1)?.data?.choices as { name: string; value: string }[]
  }
  expect(await picked(MIA, 'approve')).toEqual([{ name: expect.stringMatching(/^Decide: Book/), value: flag?.id }])
  expect(await picked(MIA, 'approve', 'nothing like it')).toEqual([])
  expect(await picked(SAM, 'approve')).toEqual([])
  expect(await picked(MIA, 'undo')).toEqual([{ name: expect.stringMatching(/^Booked/), value: expect.any(String) }])
  expect(await picked(MIA, 'why')).toHaveLength(2)
  expect(await picked(JO, 'why')).toEqual([])
})
