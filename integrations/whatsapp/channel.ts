import { DeskError } from '#kernel/errors.ts'
import type { InboundMedia } from '#kernel/inbound.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Channel, ChannelDesk, ChannelKit, Delivery, Sent } from '#ports/channel.ts'
import { answerHook, type Posted } from './hook.ts'
import { lookAtMedia } from './receive/media.ts'
import { fromPosted } from './receive/message.ts'
import { reportIn } from './receive/status.ts'
import { asPassing, refusalOf, restClient } from './rest.ts'
import { Sender } from './send/sender.ts'
import type { WhatsAppSettings } from './settings.ts'
import { setupFault } from './setup-fault.ts'

/** WhatsApp through Twilio as a channel: signed posts come in, calls of Twilio's REST interface go out. */
export class WhatsAppChannel implements Channel {
  readonly name = 'whatsapp'
  readonly capabilities = {
    maxTextLength: 1600,
    buttons: true,
    tickets: true,
    editForm: false,
    editSent: false,
    idempotentSend: false,
    members: true,
    speaksFirst: true,
    optIn: true,
    windowMs: DAY_MS,
    introduces: true,
    media: true,
    typed: true,
  }
  readonly #settings: WhatsAppSettings
  readonly #kit: ChannelKit
  readonly #timeoutMs: number | undefined
  readonly #client
  readonly #sender: Sender
  #desk: ChannelDesk | null = null

  constructor(settings: WhatsAppSettings, kit: ChannelKit, options: { timeoutMs?: number } = {}) {
    this.#settings = settings
    this.#kit = kit
    this.#timeoutMs = options.timeoutMs
    this.#client = restClient(settings, options.timeoutMs)
    this.#sender = new Sender(this.#client, settings, kit)
  }

  /**
   * Asks Twilio for the account once, so that wrong credentials are found before anybody writes. What people write comes in from the
   * first moment, and where Twilio does not answer too.
   */
  async start(desk: ChannelDesk): Promise<void> {
    this.#desk = desk
    try {
      await this.#client.api.v2010.accounts(this.#settings.accountSid).fetch()
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal) throw new DeskError('CHANNEL_SETUP', { name: 'WhatsApp', problem: setupFault(refusal) })
      this.#kit.log.warn({ problem: asPassing(error).code }, 'Twilio does not answer; what is to be sent waits')
    }
  }

  send(delivery: Delivery): Promise<Sent> {
    return this.#sender.send(delivery)
  }

  /** A number with its country stands for the person. */
  placeFor(address: string): string | null {
    const number = address.replace(/[ ().-]/g, '').replace(/^00/, '+')
    return /^\+\d{7,15}$/.test(number) ? `whatsapp:${number}` : null
  }

  reaches(member: string): boolean {
    return this.#kit.people().some(({ id, handle }) => id === member && handle !== null)
  }

  look(media: readonly InboundMedia[]): Promise<InboundMedia[]> {
    return lookAtMedia(this.#settings, this.#kit.log, media, this.#timeoutMs)
  }

  hook(request: Request): Promise<Response> {
    const token = request.headers.get('i-twilio-idempotency-token')
    return answerHook(this.#settings, this.#kit.log, request, (posted, asked) => this.#take(posted, asked, token))
  }

  async stop(): Promise<void> {
    this.#desk = null
  }

  async #take(posted: Posted, asked: URLSearchParams, token: string | null): Promise<'taken' | 'malformed'> {
    const desk = this.#desk
    if (!desk) throw new DeskError('INTEGRATION_DOWN', { name: 'WhatsApp' })
    const report = reportIn(posted, asked)
    if (report) {
      await desk.delivered(report)
      return 'taken'
    }
    const draft = fromPosted(this.#kit, posted, token)
    if (!draft) return 'malformed'
    await desk.receive(draft)
    return 'taken'
  }
}
