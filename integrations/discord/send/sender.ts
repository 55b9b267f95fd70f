import { MessageFlags, Routes, ThreadAutoArchiveDuration } from 'discord.js'
import { z } from 'zod'
import { DeskError } from '#kernel/errors.ts'
import { idOf } from '#kernel/ids.ts'
import { cut } from '#kernel/pieces.ts'
import type { Delivery, Sent } from '#ports/channel.ts'
import type { Log } from '#ports/log.ts'
import type { Directory } from '../directory.ts'
import { bornMs, DIRECT, placeOf } from '../place.ts'
import type { Places } from '../places.ts'
import { asPassing, CODE, faultOf, type Rest, refusalOf } from '../rest.ts'
import type { DiscordSettings } from '../settings.ts'
import type { Drawn } from './card.ts'
import { draw } from './draw.ts'

/** Where a message goes. */
interface Target {
  channel: string
  /** The thread hangs on this message of the channel, and is opened where it is not there yet. */
  thread: string | null
  /** Whom it is for, where others read it too: they are called by name. */
  calls?: { users: string[]; roles: string[] }
}

const Posted = z.object({
  id: z.string(),
  content: z.string().default(''),
  author: z.object({ id: z.string() }).optional(),
  embeds: z.array(z.object({ description: z.string().optional() })).default([]),
})
type Posted = z.infer<typeof Posted>

/** Messages looked through for one that an earlier try may have posted. */
const LOOK_BACK = 50
/** Nothing is left to be changed in place. */
const GONE: ReadonlySet<number> = new Set([
  CODE.unknownMessage,
  CODE.unknownChannel,
  CODE.missingAccess,
  CODE.missingPermission,
])
/** The bot may not write there, or there is no such place. */
const CLOSED_TO_US: ReadonlySet<number> = new Set([CODE.unknownChannel, CODE.missingAccess, CODE.missingPermission])

/**
 * Posts what the desk says. A message bears its key as its nonce, by which Discord knows a second try for some minutes; later than
 * that, what an earlier try may have posted is looked for first.
 */
export class Sender {
  readonly #rest: Rest
  readonly #directory: Directory
  readonly #places: Places
  readonly #settings: DiscordSettings
  readonly #log: Log
  /** User id of the desk. */
  bot = ''

  constructor(kit: { rest: Rest; directory: Directory; places: Places; settings: DiscordSettings; log: Log }) {
    this.#rest = kit.rest
    this.#directory = kit.directory
    this.#places = kit.places
    this.#settings = kit.settings
    this.#log = kit.log
  }

  /** @throws DeskError INTEGRATION_DOWN, RATE_LIMITED */
  async send(delivery: Delivery): Promise<Sent> {
    try {
      if (delivery.message.type === 'card_closed') return await this.#close(delivery)
      if (delivery.message.type === 'card' && (await this.#isFlagsChannelOurs())) {
        const shown = await this.#showCard(delivery)
        if (shown) return shown
      }
      const target = await this.#targetOf(delivery)
      return target ? await this.#post(delivery, target) : { unsent: 'no_address' }
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === null) throw asPassing(error)
      this.#log.warn({ code: refusal.code, problem: faultOf(refusal) }, 'Discord did not take a message')
      // A token is mended by whoever runs the desk; the message waits for it.
      if (refusal.isToken) throw new DeskError('INTEGRATION_DOWN', { name: 'Discord' }, { cause: error })
      return { unsent: refusal.code === CODE.notWithThisUser ? 'other_channel' : 'refused' }
    }
  }

  async #post(delivery: Delivery, target: Target): Promise<Sent> {
    let channel = target.thread ?? target.channel
    let first: string | null = null
    const messages = draw(delivery).map((one) => calling(one, target))
    for (const [at, drawn] of messages.entries()) {
      const nonce = idOf('', [delivery.key, at], 25)
      const found = delivery.again ? await this.#find(channel, drawn, delivery) : null
      const id =
        found ??
        (await this.#postOne(channel, drawn, nonce).catch(async (error: unknown) => {
          if (target.thread === null || refusalOf(error)?.code !== CODE.unknownChannel) throw error
          channel = await this.#openThread(target.channel, target.thread, drawn.content)
          return this.#postOne(channel, drawn, nonce, channel === target.channel ? target.thread : null)
        }))
      first ??= id
    }
    return { providerId: first === null ? null : `${channel}:${first}` }
  }

  /** @param answers the message it answers, where that has no thread */
  async #postOne(channel: string, drawn: Calling, nonce: string, answers: string | null = null): Promise<string> {
    const body = {
      ...drawn,
      nonce,
      enforce_nonce: true,
      ...(drawn.embeds.length === 0 && { flags: MessageFlags.SuppressEmbeds }),
      ...(answers && { message_reference: { message_id: answers, fail_if_not_exists: false } }),
    }
    return Posted.parse(await this.#rest.post(Routes.channelMessages(channel), { body })).id
  }

  /** The thread on a message, or the channel itself where none can be opened. */
  async #openThread(channel: string, message: string, about: string): Promise<string> {
    const name = cut(about.replace(/[\\*]/g, '').split('\n')[0]?.trim() || 'Nightdesk', 80)
    try {
      const body = { name, auto_archive_duration: ThreadAutoArchiveDuration.OneDay }
      await this.#rest.post(Routes.threads(channel, message), { body })
      return message
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === null) throw error
      if (refusal.code === CODE.threadExists) return message
      this.#log.warn({ code: refusal.code, problem: faultOf(refusal) }, 'Discord opened no thread')
      return channel
    }
  }

  /** What an earlier try posted, or null. Without leave to read there it cannot be known, and the message is not lost for it. */
  async #find(channel: string, drawn: Drawn, { tried }: Delivery): Promise<string | null> {
    try {
      const query = new URLSearchParams({ limit: String(LOOK_BACK) })
      const messages = z.array(Posted).parse(await this.#rest.get(Routes.channelMessages(channel), { query }))
      const isIt = (one: Posted): boolean =>
        one.author?.id === this.bot &&
        isSame(one.content, drawn.content) &&
        isSame(one.embeds[0]?.description, drawn.embeds[0]?.description) &&
        bornMs(one.id) >= (tried?.sinceMs ?? 0) &&
        !tried?.others.includes(`${channel}:${one.id}`)
      return messages.find(isIt)?.id ?? null
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === null) throw error
      if (refusal.code !== CODE.unknownChannel)
        this.#log.warn({ code: refusal.code }, 'Discord does not let the desk look for what it may have sent')
      return null
    }
  }

  /** The sent copies of a card say what became of it. */
  async #close(delivery: Delivery): Promise<Sent> {
    const [drawn] = draw(delivery)
    for (const copy of delivery.replaces ?? []) {
      const [channel, message] = copy.split(':')
      if (!channel || !message) continue
      try {
        const body = { ...drawn, allowed_mentions: { parse: [] } }
        await this.#rest.patch(Routes.channelMessage(channel, message), { body })
      } catch (error) {
        if (!GONE.has(refusalOf(error)?.code ?? 0)) throw error
      }
    }
    return { providerId: null }
  }

  /** Whether cards can be shown in the channel for them: others must not read it. */
  async #isFlagsChannelOurs(): Promise<boolean> {
    const { flagsChannel } = this.#settings
    if (flagsChannel === null) return false
    const { others } = await this.#places.of(flagsChannel)
    if (others.length > 0)
      this.#log.warn(
        { others: others.join(', ') },
        'others can read DISCORD_FLAGS_CHANNEL; decisions are asked for in direct messages',
      )
    return others.length === 0
  }

  /** A card in the channel for them, with a thread; null where the bot may not write there. */
  async #showCard(delivery: Delivery): Promise<Sent | null> {
    const channel = this.#settings.flagsChannel ?? ''
    try {
      const sent = await this.#post(delivery, { channel, thread: null, calls: this.#callsOf(delivery.to) })
      const id = 'providerId' in sent ? sent.providerId?.split(':')[1] : undefined
      if (id && delivery.message.type === 'card') await this.#openThread(channel, id, delivery.message.card.headline)
      return sent
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === null || !CLOSED_TO_US.has(refusal.code)) throw error
      this.#log.warn({ code: refusal.code, problem: faultOf(refusal) }, 'DISCORD_FLAGS_CHANNEL cannot be used')
      return null
    }
  }

  #callsOf(to: readonly string[]): { users: string[]; roles: string[] } {
    return {
      users: to.flatMap((member) => this.#directory.userOf(member) ?? []),
      roles: to.flatMap((member) => this.#directory.roleOf(member) ?? []),
    }
  }

  /** A conversation of Discord's is answered where it is; everything else goes to the member alone. */
  async #targetOf({ conversation, to }: Delivery): Promise<Target | null> {
    const place = placeOf(conversation)
    if (place && place.guild !== DIRECT) return { channel: place.place, thread: place.thread }
    const user = place?.place ?? (to[0] === undefined ? null : this.#directory.userOf(to[0]))
    if (user !== null) return { channel: await this.#directory.directOf(user), thread: null }
    const calls = this.#callsOf(to)
    const { flagsChannel: channel } = this.#settings
    if (channel === null || calls.roles.length === 0 || !(await this.#isFlagsChannelOurs())) return null
    return { channel, thread: null, calls }
  }
}

/** Discord takes the space off both ends of a text. */
const isSame = (one = '', other = ''): boolean => one.trim() === other.trim()

/** What is shown, with whom it calls: nobody but those it is for, whatever its text says. */
type Calling = Drawn & { allowed_mentions: { parse: []; users?: string[]; roles?: string[] } }

function calling(drawn: Drawn, { calls }: Target): Calling {
  if (!calls) return { ...drawn, allowed_mentions: { parse: [] } }
  const names = [...calls.users.map((id) => `<@${id}>`), ...calls.roles.map((id) => `<@&${id}>`)].join(' ')
  return { ...drawn, content: `${names} ${drawn.content}`.trim(), allowed_mentions: { parse: [], ...calls } }
}
