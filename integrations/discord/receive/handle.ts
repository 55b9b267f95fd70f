import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js'
import { z } from 'zod'
import type { InboundDraft } from '#kernel/inbound.ts'
import { asPassing, refusalOf } from '../rest.ts'
import { LEFT_ALONE, type Wiring } from '../wiring.ts'
import { Deletion, Message } from './bodies.ts'
import { onInteraction } from './interaction.ts'
import { fromEdit, fromMessage } from './message.ts'
import { readMissed } from './missed.ts'

/** Messages whose deletion is understood: Discord says only which one is gone, and not whose it was. */
const REMEMBERED = 2000

/** What changes who reads what. */
const CHANGES: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.ChannelUpdate,
  GatewayDispatchEvents.ChannelDelete,
  GatewayDispatchEvents.GuildRoleUpdate,
  GatewayDispatchEvents.GuildRoleCreate,
  GatewayDispatchEvents.GuildRoleDelete,
  GatewayDispatchEvents.GuildUpdate,
])

/** Reads what Discord tells. */
export class Reader {
  readonly #discord: Wiring
  readonly #heard = new Map<string, InboundDraft>()

  constructor(discord: Wiring) {
    this.#discord = discord
  }

  /**
   * Takes an event; when this resolves, what is of use of it is journaled. What is not for the desk is left alone.
   * @returns whether something was kept
   * @throws DeskError DISK_FULL, INTEGRATION_DOWN, RATE_LIMITED: not kept, to be given again
   */
  async take({ t: kind, d: body }: GatewayDispatchPayload): Promise<boolean> {
    const { kit, places } = this.#discord
    try {
      if (CHANGES.has(kind)) places.forget()
      if (kind === GatewayDispatchEvents.Ready) return await this.#catchUp()
      const draft = await this.#draftOf(kind, body)
      if (draft) await this.#discord.desk.receive(draft)
      return draft !== null
    } catch (error) {
      const refusal = refusalOf(error)
      if (!(error instanceof z.ZodError) && refusal === null) throw asPassing(error)
      kit.log.info({ reason: refusal?.code ?? 'malformed' }, LEFT_ALONE)
      return false
    }
  }

  /** A session that begins tells of nothing that was said before it. */
  async #catchUp(): Promise<boolean> {
    const { desk } = this.#discord
    const { heard, left } = await readMissed(this.#discord)
    for (const draft of heard) {
      this.#remember(draft)
      await desk.receive(draft)
    }
    if (left > 0) await desk.missed({ heard: heard.length, left })
    return heard.length > 0
  }

  async #draftOf(kind: string, body: unknown): Promise<InboundDraft | null> {
    switch (kind) {
      case GatewayDispatchEvents.MessageCreate: {
        const draft = await fromMessage(this.#discord, Message.parse(body))
        if (draft) this.#remember(draft)
        return draft
      }
      case GatewayDispatchEvents.MessageUpdate:
        return fromEdit(this.#discord, Message.parse(body))
      case GatewayDispatchEvents.MessageDelete:
        return this.#deletionOf(Deletion.parse(body))
      case GatewayDispatchEvents.InteractionCreate:
        // It is answered within seconds, whatever waits before it.
        void onInteraction(this.#discord, body)
        return null
      default:
        return null
    }
  }

  #deletionOf({ id, channel_id }: z.infer<typeof Deletion>): InboundDraft | null {
    const said = this.#heard.get(`${channel_id}:${id}`)
    return said ? { ...said, id: `${said.id}:deleted`, text: '', replaces: said.id } : null
  }

  #remember(draft: InboundDraft): void {
    this.#heard.set(draft.id, draft)
    const [oldest] = this.#heard.keys()
    if (oldest !== undefined && this.#heard.size > REMEMBERED) this.#heard.delete(oldest)
  }
}
