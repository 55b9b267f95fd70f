import type { SessionInfo } from '@discordjs/ws'
import { GatewayIntentBits } from 'discord.js'
import { z } from 'zod'
import { DeskError } from '#kernel/errors.ts'
import type { Channel, ChannelDesk, ChannelKit, Delivery, Sent } from '#ports/channel.ts'
import { readApplication } from './application.ts'
import { register } from './commands.ts'
import { Directory } from './directory.ts'
import { GatewayLine } from './line.ts'
import { INTENTS } from './needs.ts'
import { Places } from './places.ts'
import { Reader } from './receive/handle.ts'
import { asPassing, faultOf, refusalOf, restClient } from './rest.ts'
import { Sender } from './send/sender.ts'
import type { DiscordSettings } from './settings.ts'

/** Where the desk left off, as it is kept. */
const Session = z.object({
  sessionId: z.string(),
  resumeURL: z.string(),
  sequence: z.number(),
  shardCount: z.number(),
  shardId: z.number(),
})
const SESSION = 'session'

/** Discord as a channel, over its gateway: no public address is needed. */
export class DiscordChannel implements Channel {
  readonly name = 'discord'
  readonly capabilities = {
    maxTextLength: 8000,
    buttons: true,
    tickets: true,
    editForm: true,
    editSent: true,
    idempotentSend: true,
    members: true,
    speaksFirst: true,
  }
  readonly #settings: DiscordSettings
  readonly #kit: ChannelKit
  readonly #rest
  readonly #directory: Directory
  readonly #places: Places
  readonly #sender: Sender
  #line: GatewayLine | null = null

  constructor(settings: DiscordSettings, kit: ChannelKit) {
    this.#settings = settings
    this.#kit = kit
    this.#rest = restClient(settings)
    this.#directory = new Directory(this.#rest, kit)
    this.#places = new Places(this.#rest, kit, settings)
    const { log } = kit
    this.#sender = new Sender({
      rest: this.#rest,
      directory: this.#directory,
      places: this.#places,
      settings,
      log,
    })
  }

  async start(desk: ChannelDesk): Promise<void> {
    try {
      const { id: app, bot, readsAll } = await readApplication(this.#rest)
      this.#sender.bot = bot
      const reader = new Reader({
        desk,
        kit: this.#kit,
        rest: this.#rest,
        directory: this.#directory,
        places: this.#places,
        settings: this.#settings,
        app,
        bot,
      })
      this.#line = new GatewayLine(this.#rest, {
        token: this.#settings.token,
        intents: INTENTS | (readsAll ? GatewayIntentBits.MessageContent : 0),
        session: await sessionOf(desk),
        log: this.#kit.log,
        handle: (event) => reader.take(event),
        keepSession: (session) => desk.keep(SESSION, session && JSON.stringify(session)),
        lost: (fault) => desk.closed(fault),
      })
      await this.#line.open()
      await this.#register(app)
    } catch (error) {
      throw startFault(error)
    }
  }

  /** Without commands the desk still works: they are words as well. */
  async #register(app: string): Promise<void> {
    try {
      await register(this.#rest, app, this.#settings.guild, this.#kit.verbs())
    } catch (error) {
      const refusal = refusalOf(error)
      const problem = refusal ? faultOf(refusal) : asPassing(error).code
      this.#kit.log.warn(
        { problem },
        'the commands could not be registered; the bot is invited with applications.commands',
      )
    }
  }

  send(delivery: Delivery): Promise<Sent> {
    return this.#sender.send(delivery)
  }

  reaches(member: string): boolean {
    if (this.#directory.userOf(member) !== null) return true
    // Holders of a role are written to where they all read.
    return this.#settings.flagsChannel !== null && this.#directory.roleOf(member) !== null
  }

  async stop(): Promise<void> {
    await this.#line?.close()
    this.#line = null
  }
}

async function sessionOf(desk: ChannelDesk): Promise<SessionInfo | null> {
  const kept = await desk.kept(SESSION)
  return kept === null ? null : (Session.safeParse(JSON.parse(kept)).data ?? null)
}

function startFault(error: unknown): DeskError {
  const refusal = refusalOf(error)
  if (!refusal) return asPassing(error)
  return new DeskError('CHANNEL_SETUP', { name: 'Discord', problem: faultOf(refusal) }, { cause: error })
}
