import { DeskError } from '#kernel/errors.ts'
import { InOrder } from '#kernel/in-order.ts'
import type { Channel, ChannelDesk, ChannelKit, Delivery, Sent } from '#ports/channel.ts'
import { Directory } from './directory.ts'
import { answerHook } from './hook.ts'
import { type Answer, handle, later, showHome } from './receive/handle.ts'
import { Sender } from './send/sender.ts'
import type { SlackSettings } from './settings.ts'
import { SocketLine } from './socket.ts'
import { asPassing, refusalOf, setupFault, webClient } from './web.ts'
import type { Wiring } from './wiring.ts'

/** Slack as a channel: Socket Mode where an app-level token is set, signed requests where a signing secret is, or both. */
export class SlackChannel implements Channel {
  readonly name = 'slack'
  readonly capabilities = {
    maxTextLength: 12_000,
    buttons: true,
    tickets: true,
    editForm: true,
    editSent: true,
    idempotentSend: false,
    members: true,
    speaksFirst: true,
  }
  readonly hook?: (request: Request) => Promise<Response>
  readonly #settings: SlackSettings
  readonly #kit: ChannelKit
  readonly #web
  readonly #directory: Directory
  readonly #sender: Sender
  #wiring: Wiring | null = null
  #line: SocketLine | null = null

  constructor(settings: SlackSettings, kit: ChannelKit) {
    this.#settings = settings
    this.#kit = kit
    this.#web = webClient(settings)
    this.#directory = new Directory(this.#web, kit)
    this.#sender = new Sender(this.#web, this.#directory, kit.log)
    const { signingSecret } = settings
    if (signingSecret) this.hook = (request) => answerHook(kit, signingSecret, request, (body) => this.#take(body))
  }

  async start(desk: ChannelDesk): Promise<void> {
    try {
      const { team_id: team = '', user_id: bot = '' } = await this.#web.auth.test()
      await this.#directory.open(team)
      this.#wiring = {
        desk,
        kit: this.#kit,
        web: this.#web,
        directory: this.#directory,
        arrivals: new InOrder(),
        team,
        bot,
        shown: new Set(),
      }
    } catch (error) {
      throw this.#startFault(error, 'SLACK_BOT_TOKEN')
    }
    const { appToken } = this.#settings
    if (!appToken) return
    this.#line = new SocketLine(
      { ...this.#settings, appToken },
      this.#kit.log,
      (body) => this.#take(body),
      (error) => desk.closed(this.#startFault(error, 'SLACK_APP_TOKEN')),
    )
    try {
      await this.#line.open()
    } catch (error) {
      throw this.#startFault(error, 'SLACK_APP_TOKEN')
    }
  }

  async send(delivery: Delivery): Promise<Sent> {
    const sent = await this.#sender.send(delivery)
    if (delivery.message.type === 'card' || delivery.message.type === 'card_closed') this.#drawHomes(delivery.to)
    return sent
  }

  reaches(member: string): boolean {
    return this.#directory.userOf(member) !== null
  }

  async stop(): Promise<void> {
    await this.#line?.close()
    this.#line = null
    this.#wiring = null
  }

  async #take(body: unknown): Promise<Answer> {
    if (!this.#wiring) throw new DeskError('INTEGRATION_DOWN', { name: 'Slack' })
    return handle(this.#wiring, body)
  }

  /** Pages that are open show what changed. */
  #drawHomes(members: readonly string[]): void {
    const wiring = this.#wiring
    if (!wiring) return
    for (const member of members) {
      const user = this.#directory.userOf(member)
      if (user && wiring.shown.has(user)) later(wiring, showHome(wiring, user))
    }
  }

  #startFault(error: unknown, token: string): DeskError {
    const refusal = refusalOf(error)
    if (!refusal) return asPassing(error)
    return new DeskError('CHANNEL_SETUP', { name: 'Slack', problem: setupFault(refusal, token) }, { cause: error })
  }
}
