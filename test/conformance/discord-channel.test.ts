import { onTestFinished } from 'vitest'
import { openChannels } from '#app/channels.ts'
import { SetClock } from '#app/system.ts'
import { parsePolicy } from '#policy/policy.ts'
import { silentLog } from '#ports/log.ts'
import { DISCORD_POLICY, NOW, shown, until } from '../harness/discord/desk.ts'
import { directOf, MIA, userOf } from '../harness/discord/people.ts'
import { DiscordServer, type Posted } from '../harness/discord/server.ts'
import { type ChannelUnderTest, channelConformance, HeardDesk, type Seen } from './channel.ts'

interface Modal {
  custom_id: string
  components: { component: { custom_id: string } }[]
}

async function open(): Promise<ChannelUnderTest> {
  const discord = new DiscordServer()
  await discord.open()
  const clock = new SetClock(Date.parse(NOW))
  discord.nowMs = () => clock.nowMs()
  const policy = parsePolicy(DISCORD_POLICY, { file: 'policy.yaml' })
  const settings = { DISCORD_BOT_TOKEN: 'a-bot-token', DISCORD_API_URL: discord.url }
  const [channel] = await openChannels(settings, { clock, log: silentLog, policy: () => policy })
  if (!channel) throw new Error('Discord was not opened')
  const desk = new HeardDesk()
  await channel.start(desk)
  onTestFinished(async () => {
    await channel.stop()
    await discord.close()
  })

  /** Discord wants no receipts; what the desk would come back to stands for one. */
  const isKept = async (number: number): Promise<boolean> => {
    const upTo = async () => Number(JSON.parse((await desk.kept('session')) ?? '{}').sequence ?? 0)
    for (let waitedMs = 0; waitedMs < 300 && (await upTo()) < number; waitedMs += 10)
      await new Promise((resolve) => setTimeout(resolve, 10))
    return (await upTo()) >= number
  }
  const by = { channel_id: directOf(MIA), user: userOf(MIA) }
  const done = async (id: string): Promise<void> => {
    await until(() => discord.callsOf(new RegExp(`/interactions/${id}/`)).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const tap = async (verb: string): Promise<void> => {
    const message = discord.messages.at(-1)
    const buttons = (message?.components ?? []).flatMap((row) => row.components ?? [])
    const custom_id = buttons.find((one) => one.custom_id?.startsWith(`${verb}:`))?.custom_id
    await done(discord.interact(3, { custom_id, component_type: 2 }, { ...by, message }))
  }
  const ids = new Map<string, string>()
  return {
    channel,
    desk,
    conversation: `discord:@dm:${MIA}`,
    member: 'mia',
    async write(content, name) {
      const id = ids.get(name) ?? discord.id()
      ids.set(name, id)
      const said = { id, channel_id: directOf(MIA), author: userOf(MIA), content, mentions: [], type: 0 }
      return isKept(discord.tell('MESSAGE_CREATE', said))
    },
    tap,
    async edit(title) {
      await tap('edit')
      const { custom_id, components } = (discord.answers().at(-1) as unknown as { data: Modal }).data
      const filled = components.map(({ component }) => ({ type: 18, component: { ...component, value: title } }))
      await done(discord.interact(5, { custom_id, components: filled }, by))
    },
    seen: () => discord.messages.map(seenOf),
    failNext: (how) =>
      discord.fault(/^POST \/channels\/\d+\/messages$/, how === 'limit' ? 429 : how === 'down' ? 'reset' : 'taken'),
    limitSeconds: 1,
    async reconnect() {
      const before = discord.resumed.length
      discord.cut()
      await until(() => discord.resumed.length > before && discord.lines === 1)
    },
  }
}

const seenOf = (message: Posted): Seen => ({
  text: shown(message),
  buttons: message.components.flatMap((row) => row.components ?? []).flatMap(({ label }) => label ?? []),
  raw: JSON.stringify(message),
})

channelConformance('discord', open)
