import type { webApi } from '@slack/bolt'
import { DeskError } from '#kernel/errors.ts'
import { idOf } from '#kernel/ids.ts'
import type { Delivery, Sent } from '#ports/channel.ts'
import type { Log } from '#ports/log.ts'
import type { Directory } from '../directory.ts'
import { isUser, placeOf } from '../place.ts'
import { asPassing, refusalOf } from '../web.ts'
import type { Drawn } from './blocks.ts'
import { draw } from './draw.ts'

/** Where a message goes: a channel and, in it, a thread. */
interface Target {
  channel: string
  thread: string | null
}

/** Messages looked through for one that an earlier try may have posted. */
const LOOK_BACK = 100
/** Nothing is left to be changed in place. */
const GONE: ReadonlySet<string> = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
])

/** Posts what the desk says. A message bears its key as the id of its first block, so that a second try finds the first. */
export class Sender {
  readonly #web: webApi.WebClient
  readonly #directory: Directory
  readonly #log: Log
  /** Direct-message channels by user. */
  readonly #direct = new Map<string, string>()

  constructor(web: webApi.WebClient, directory: Directory, log: Log) {
    this.#web = web
    this.#directory = directory
    this.#log = log
  }

  /** @throws DeskError INTEGRATION_DOWN, RATE_LIMITED */
  async send(delivery: Delivery): Promise<Sent> {
    try {
      if (delivery.message.type === 'card_closed') return await this.#close(delivery)
      const target = await this.#targetOf(delivery)
      return target ? await this.#post(delivery, target) : { unsent: 'no_address' }
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === null) throw asPassing(error)
      this.#log.warn({ problem: refusal.error, needed: refusal.needed }, 'Slack did not take a message')
      // A token or a scope is mended by whoever runs the desk; the message waits for it.
      if (refusal.isSetup) throw new DeskError('INTEGRATION_DOWN', { name: 'Slack' }, { cause: error })
      return { unsent: 'refused' }
    }
  }

  async #post(delivery: Delivery, target: Target): Promise<Sent> {
    let first: string | null = null
    for (const [at, drawn] of draw(delivery).entries()) {
      const mark = idOf('nd-', [delivery.key, at], 26)
      const posted = delivery.again ? await this.#find(target, mark) : null
      const ts = posted ?? (await this.#postOne(target, drawn, mark))
      first ??= ts
    }
    return { providerId: first === null ? null : `${target.channel}:${first}` }
  }

  async #postOne({ channel, thread }: Target, { text, blocks }: Drawn, mark: string): Promise<string> {
    const { ts } = await this.#web.chat.postMessage({
      channel,
      text,
      blocks: blocks.map((block, at) => (at === 0 ? { ...block, block_id: mark } : block)),
      unfurl_links: false,
      unfurl_media: false,
      ...(thread && { thread_ts: thread }),
    })
    return ts ?? ''
  }

  /** What an earlier try posted, or null. Without leave to read there it cannot be known, and the message is not lost for it. */
  async #find({ channel, thread }: Target, mark: string): Promise<string | null> {
    try {
      const { messages = [] } = thread
        ? await this.#web.conversations.replies({ channel, ts: thread, limit: LOOK_BACK })
        : await this.#web.conversations.history({ channel, limit: LOOK_BACK })
      const found = messages.find(({ blocks }) => blocks?.[0]?.block_id === mark)
      return found?.ts ?? null
    } catch (error) {
      if (refusalOf(error) === null) throw error
      this.#log.warn({ problem: refusalOf(error)?.error }, 'Slack does not let the desk look for what it may have sent')
      return null
    }
  }

  /** The sent copies of a card say what became of it. */
  async #close(delivery: Delivery): Promise<Sent> {
    const [drawn] = draw(delivery)
    for (const copy of delivery.replaces ?? []) {
      const [channel = '', ts = ''] = copy.split(':')
      try {
        if (drawn) await this.#web.chat.update({ channel, ts, ...drawn })
      } catch (error) {
        if (!GONE.has(refusalOf(error)?.error ?? '')) throw error
      }
    }
    return { providerId: null }
  }

  /** A conversation of Slack's is answered where it is; everything else goes to the member alone. */
  async #targetOf({ conversation, to }: Delivery): Promise<Target | null> {
    const place = placeOf(conversation)
    if (place && !isUser(place.place)) return { channel: place.place, thread: place.thread }
    const user = place?.place ?? (to[0] === undefined ? null : this.#directory.userOf(to[0]))
    return user === null ? null : { channel: await this.#directOf(user), thread: place?.thread ?? null }
  }

  async #directOf(user: string): Promise<string> {
    const known = this.#direct.get(user)
    if (known) return known
    const { channel } = await this.#web.conversations.open({ users: user })
    const id = channel?.id ?? user
    this.#direct.set(user, id)
    return id
  }
}
