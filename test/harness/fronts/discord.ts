import { type Modal, shown } from '../discord/desk.ts'
import { APP, directOf, LEE, MIA, PRIYA, SAM, userOf } from '../discord/people.ts'
import { DiscordServer, type Posted } from '../discord/server.ts'
import { until } from '../until.ts'
import type { Front, Member, Running, ShownCard } from './front.ts'

const USERS: Readonly<Record<Member, string>> = { mia: MIA, lee: LEE, sam: SAM, priya: PRIYA }
const MODAL = 9

const buttonsOf = ({ components }: Posted) => components.flatMap((row) => row.components ?? [])
const isCard = (posted: Posted): boolean => buttonsOf(posted).some((one) => one.custom_id?.startsWith('approve:'))

/** Direct messages of Discord, over the gateway. */
export async function discordFront(): Promise<Front> {
  const discord = new DiscordServer()
  await discord.open()
  let running: Running | null = null
  discord.nowMs = () => running?.clock.nowMs() ?? Date.now()
  /** Messages that were cards when they were looked at. */
  const known = new Set<string>()
  /** Who did what, by the id of the interaction. */
  const doers = new Map<string, Member>()

  const heard = (): number =>
    Number(running?.made.sql.connection.prepare('SELECT count(*) AS n FROM inbound').get()?.n ?? 0)

  /** What is told over the line is taken beside the test: it is waited for until it is written down, or answered without that. */
  async function done(id: string, before: number, isAnswered: () => boolean): Promise<void> {
    const kept = () => heard() > before || discord.callsOf(new RegExp(`/webhooks/${APP}/token-${id}`)).length > 0
    await until(() => kept() || isAnswered())
    if (!kept()) await until(kept, 100).catch(() => undefined)
  }

  async function interact(member: Member, type: number, data: object, message?: Posted): Promise<string> {
    const before = heard()
    const place = { channel_id: message?.channel_id ?? directOf(USERS[member]), user: userOf(USERS[member]) }
    const id = discord.interact(type, data, { ...place, ...(message && { message }) })
    doers.set(id, member)
    await done(id, before, () => discord.callsOf(new RegExp(`/interactions/${id}/`)).length > 0)
    return id
  }

  const tap = (member: Member, { copy }: ShownCard, kind: string): Promise<string> => {
    const posted = copy as Posted
    const { custom_id } = buttonsOf(posted).find((one) => one.custom_id?.startsWith(`${kind}:`)) ?? {}
    return interact(member, 3, { custom_id, component_type: 2 }, posted)
  }

  /** What was shown to somebody alone in answer to what they did. */
  function shownAlone(member: Member): string[] {
    return discord.callsOf(/^POST \/(interactions|webhooks)\//).flatMap(({ path, body }) => {
      const id = /\/interactions\/(\d+)\//.exec(path)?.[1] ?? /token-(\d+)/.exec(path)?.[1] ?? ''
      const text = (body.data as { content?: string } | undefined)?.content ?? body.content
      return doers.get(id) === member && typeof text === 'string' ? [text] : []
    })
  }

  return {
    name: 'discord',
    settings: { DISCORD_BOT_TOKEN: 'a-bot-token', DISCORD_API_URL: discord.url },
    handles: USERS,
    join(next) {
      running = next
    },
    async say(member, text) {
      const before = heard()
      const said = { channel_id: directOf(USERS[member]), author: userOf(USERS[member]), content: text, mentions: [] }
      discord.tell('MESSAGE_CREATE', { id: discord.id(), type: 0, ...said })
      await until(() => heard() > before)
    },
    told: async (member) => [
      ...discord.messages.filter((one) => one.channel_id === directOf(USERS[member])).map(shown),
      ...shownAlone(member),
    ],
    async cards(member) {
      for (const posted of discord.messages) if (isCard(posted)) known.add(posted.id)
      return discord.messages
        .filter((one) => one.channel_id === directOf(USERS[member]) && known.has(one.id))
        .map((one) => ({ text: shown(one), open: isCard(one), copy: structuredClone(one) }))
    },
    press: async (member, card, verb) => void (await tap(member, card, verb)),
    async edit(member, card, title) {
      await tap(member, card, 'edit')
      const answer = discord.answers().at(-1)
      if (answer?.type !== MODAL) return
      const { custom_id, components } = answer.data as unknown as Modal
      const filled = components.map(({ component }) => ({
        type: 18,
        component: { ...component, value: component.custom_id === '0.title' ? title : (component.value ?? '') },
      }))
      await interact(member, 5, { custom_id, components: filled })
    },
    trouble: (where, ...troubles) =>
      discord.fault(where === 'post' ? /^POST \/channels\/\d+\/messages$/ : /^PATCH \/channels\//, ...troubles),
    close: () => discord.close(),
  }
}
