import { onTestFinished } from 'vitest'
import type { Home } from '#app/home.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import { SetClock } from '#app/system.ts'
import type { Channel } from '#ports/channel.ts'
import { NOW, type StartedDesk, startDesk } from '../started-desk.ts'
import { until } from '../until.ts'
import { DEALS_ROLE, directOf, GUILD, LEE, MIA, PRIYA, SAM, userOf } from './people.ts'
import { DiscordServer, type Posted } from './server.ts'

export { NOW, until }

/** Mia and Lee decide; Sam asks. */
export const DISCORD_POLICY = `version: 1
company: {name: Northwind Studio, timezone: Europe/London, currency: EUR}
people:
  - {id: mia, name: Mia Chen, discord: "${MIA}", email: mia@northwind.example, roles: [founder, approver], backup: lee, working_hours: {mon-fri: "09:00-17:00"}}
  - {id: lee, name: Lee Park, discord: "${LEE}", discord_role: "${DEALS_ROLE}", email: lee@northwind.example, roles: [approver], working_hours: {mon-fri: "09:00-17:00"}}
  - {id: sam, name: Sam Ortiz, discord: "${SAM}", email: sam@northwind.example, roles: [sales], working_hours: {mon-fri: "09:00-17:00"}}
  - {id: priya, name: Priya Shah, discord: "${PRIYA}", roles: [engineering], working_hours: {mon-fri: "09:00-17:00"}}
`

/** A message as a person reads it: addresses bare, escapes gone. */
export function shown({ content, embeds }: Posted): string {
  const texts = [content, ...embeds.flatMap(({ description, footer }) => [description ?? '', footer?.text ?? ''])]
  return texts
    .filter(Boolean)
    .join('\n')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/(?<!\\)<(https?:[^>]*)>/g, '$1')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1')
}

export interface DiscordDesk extends Omit<StartedDesk, 'channels'> {
  discord: DiscordServer
  channel: Channel
  /** Somebody writes in direct messages, or in a channel of the server. Returns the id of the message when the desk is idle. */
  say(user: string, content: string, more?: Record<string, unknown>): Promise<string>
  /** Tells of anything else. */
  tell(kind: string, body: unknown): Promise<void>
  /** Somebody taps a button of a message, or picks from its list. */
  tap(user: string, message: Posted, kind: string, more?: Record<string, unknown>): Promise<void>
  /** Somebody sends a form as it was shown last, with values changed. */
  submit(user: string, values: Record<string, string | boolean>, more?: Record<string, unknown>): Promise<void>
  /** Somebody uses a command. */
  command(user: string, data: Record<string, unknown>, more?: Record<string, unknown>): Promise<void>
  /** Somebody types an option of a command that is completed. */
  complete(user: string, data: Record<string, unknown>): Promise<void>
  /** What stands in a channel, as it is read. */
  said(channel: string): string[]
}

export interface DiscordDeskOptions {
  server?: DiscordServer
  home?: Home
  policy?: string
  settings?: Record<string, string>
  clock?: SetClock
  /** The desk is not on Discord. */
  absent?: boolean
}

/** A whole desk on a Discord of its own. */
export async function discordDesk(options: DiscordDeskOptions = {}): Promise<DiscordDesk> {
  const discord = options.server ?? new DiscordServer()
  if (!options.server) {
    await discord.open()
    onTestFinished(() => discord.close())
  }
  const clock = options.clock ?? new SetClock(Date.parse(NOW))
  discord.nowMs = () => clock.nowMs()
  const { channels, ...desk } = await startDesk({
    ...options,
    clock,
    policy: options.policy ?? DISCORD_POLICY,
    settings: { DISCORD_BOT_TOKEN: 'a-bot-token', DISCORD_API_URL: discord.url, ...options.settings },
    beside: [quietChannel('console')],
  })
  const [channel] = channels
  if (!channel) throw new Error('Discord was not opened')
  /** What the line is told is taken beside the test: the desk is idle once that has come in, too. */
  const idle = async (): Promise<void> => {
    for (let round = 0; round < 4; round++) {
      await new Promise((resolve) => setTimeout(resolve, 15))
      await desk.idle()
    }
  }
  await idle()
  const by = (user: string, channel_id: string, roles: readonly string[] = []) =>
    channel_id === directOf(user)
      ? { channel_id, user: userOf(user) }
      : { channel_id, guild_id: GUILD, member: { user: userOf(user), roles } }
  return {
    ...desk,
    discord,
    channel,
    idle,
    async pass(ms) {
      clock.set(clock.nowMs() + ms)
      await idle()
    },
    async say(user, content, more = {}) {
      const id = discord.id()
      const mentions = [...content.matchAll(/<@(\d+)>/g)].map((found) => userOf(found[1] ?? ''))
      const said = { id, channel_id: directOf(user), author: userOf(user), content, mentions, type: 0, ...more }
      discord.tell('MESSAGE_CREATE', said)
      await idle()
      return id
    },
    async tell(kind, body) {
      discord.tell(kind, body)
      await idle()
    },
    async tap(user, message, kind, { roles = [], ...more } = {}) {
      const buttons = message.components.flatMap((row) => row.components ?? [])
      const custom_id = buttons.find((one) => one.custom_id?.startsWith(`${kind}:`))?.custom_id ?? `${kind}:`
      const whose = by(user, message.channel_id, roles as string[])
      const { custom_id: other = custom_id, values, ...rest } = more
      discord.interact(
        3,
        { custom_id: other, component_type: 2, ...(values ? { values } : {}) },
        { ...whose, message, ...rest },
      )
      await idle()
    },
    async submit(user, values, { channel_id = directOf(user), roles = [] } = {}) {
      const { custom_id, components } = formIn(discord)
      const filled = components.map(({ component }) => ({
        type: 18,
        component: { ...component, value: values[component.custom_id] ?? component.value ?? component.default ?? '' },
      }))
      discord.interact(5, { custom_id, components: filled }, by(user, String(channel_id), roles as string[]))
      await idle()
    },
    async command(user, data, more = {}) {
      discord.interact(2, { type: 1, name: 'desk', ...data }, { ...by(user, directOf(user)), ...more })
      await idle()
    },
    async complete(user, data) {
      discord.interact(4, { type: 1, name: 'desk', ...data }, by(user, directOf(user)))
      await idle()
    },
    said: (place) => discord.messages.filter((one) => one.channel_id === place).map(shown),
  }
}

/** A form as Discord is asked to show it. */
export interface Modal {
  custom_id: string
  components: { component: { custom_id: string; type: number; value?: string; default?: boolean } }[]
}

/** The form that was shown last. */
export const formIn = (discord: DiscordServer): Modal =>
  (discord.answers().findLast(({ type }) => type === 9) as unknown as { data: Modal }).data
