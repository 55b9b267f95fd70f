import { type SessionInfo, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws'
import { GatewayCloseCodes, GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js'
import { DeskError } from '#kernel/errors.ts'
import { SECOND_MS } from '#kernel/units.ts'
import type { Log } from '#ports/log.ts'
import type { Rest } from './rest.ts'
import { Watermark } from './watermark.ts'

const FIRST_WAIT_MS = 0.2 * SECOND_MS
const LONGEST_WAIT_MS = 30 * SECOND_MS
/** Discord greets within moments, or not at all. */
const HELLO_MS = 20 * SECOND_MS
/** With this code a session stays open for whoever comes back to it; with 1000 it would be closed. */
const BACK_SOON = 4200

/** What Discord closes a line with for good, and how to mend it. */
const CLOSED_FOR_GOOD: ReadonlyMap<number, string> = new Map([
  [
    GatewayCloseCodes.AuthenticationFailed,
    "Discord refuses DISCORD_BOT_TOKEN; reset it under Bot in the application's settings and copy it anew",
  ],
  [GatewayCloseCodes.InvalidIntents, 'Discord does not know what this version listens to; install a newer one'],
  [
    GatewayCloseCodes.DisallowedIntents,
    'the application may not read what people write; turn Message Content Intent on under Bot, or off for good',
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    'the bot is on too many servers for one line; remove it from others than the own',
  ],
])

function closedForGood(code: number): DeskError | null {
  const problem = CLOSED_FOR_GOOD.get(code)
  return problem === undefined ? null : new DeskError('CHANNEL_SETUP', { name: 'Discord', problem })
}

/** What has to be taken in order: what happens in one channel. What somebody does waits for nothing. */
function laneOf({ t: kind, d: body }: GatewayDispatchPayload): string {
  const { id, channel_id } = (body ?? {}) as { id?: string; channel_id?: string }
  return (kind === GatewayDispatchEvents.InteractionCreate ? id : channel_id) ?? ''
}

export interface LineOptions {
  token: string
  intents: number
  /** Where an earlier process left off, or null. */
  session: SessionInfo | null
  log: Log
  /**
   * Takes what Discord tells: what is told of one channel in its order. Where it fails in a way that passes, it is given the same again.
   * @returns whether something was kept of it
   */
  handle(event: GatewayDispatchPayload): Promise<boolean>
  /** Keeps up to where everything told is kept; null: there is nothing to come back to. */
  keepSession(session: SessionInfo | null): Promise<void>
  /** The line was closed for good after it was open. */
  lost(fault: DeskError): void
}

/**
 * The line to Discord. Discord wants no receipt for what it tells: it tells again, to whoever comes back to a session, what came
 * after the last event they name. The one kept here is the last that is journaled with all before it.
 */
export class GatewayLine {
  readonly #options: LineOptions
  readonly #manager: WebSocketManager
  /** Up to where Discord was heard. */
  #heard: SessionInfo | null
  /** Up to where everything is kept. */
  #kept: Watermark
  /** What is worked on, by lane: in order there, and beside the others. */
  readonly #lanes = new Map<string, Promise<void>>()
  /** Settles when what was missed before the session began is taken: what is told comes after it. */
  #ready = Promise.resolve()
  #isOpen = false
  #stopped = false
  readonly #waiting = new Set<() => void>()

  constructor(rest: Rest, options: LineOptions) {
    this.#options = options
    this.#heard = options.session
    this.#kept = new Watermark(options.session?.sequence ?? 0)
    const { token, intents } = options
    this.#manager = new WebSocketManager({
      rest,
      token,
      intents,
      shardCount: 1,
      shardIds: [0],
      helloTimeout: HELLO_MS,
      retrieveSessionInfo: () => this.#heard,
      updateSessionInfo: (_shard, session) => this.#note(session),
    })
    this.#manager.on(WebSocketShardEvents.Dispatch, ({ data }) => this.#enqueue(data))
    this.#manager.on(WebSocketShardEvents.Closed, ({ code }) => this.#closed(code))
    this.#manager.on(WebSocketShardEvents.Error, () => undefined)
  }

  /** Resolves when Discord has said that it is ready. @throws DeskError CHANNEL_SETUP; what Discord's clients throw */
  async open(): Promise<void> {
    const refused = Promise.withResolvers<never>()
    const slow = setTimeout(() => refused.reject(new Error('no hello')), HELLO_MS)
    const onClosed = ({ code }: { code: number }): void => {
      const fault = closedForGood(code)
      if (fault) refused.reject(fault)
    }
    this.#manager.on(WebSocketShardEvents.Closed, onClosed)
    try {
      await Promise.race([refused.promise, this.#manager.connect()])
    } finally {
      clearTimeout(slow)
      this.#manager.off(WebSocketShardEvents.Closed, onClosed)
    }
    this.#isOpen = true
  }

  /** Closes the line, so that who opens it again hears what was said meanwhile. */
  async close(): Promise<void> {
    this.#stopped = true
    for (const wake of this.#waiting) wake()
    await this.#manager.destroy({ code: BACK_SOON })
    await Promise.all(this.#lanes.values())
    await this.#save()
  }

  #note(session: SessionInfo | null): void {
    if (this.#stopped) return
    if (session?.sessionId !== this.#heard?.sessionId) this.#kept = new Watermark(session?.sequence ?? 0)
    this.#heard = session
    if (session === null) void this.#options.keepSession(null).catch(() => undefined)
  }

  #closed(code: number): void {
    const fault = closedForGood(code)
    if (fault && this.#isOpen) this.#options.lost(fault)
    else if (!this.#stopped) this.#options.log.info({ code }, 'the line to Discord was closed and is opened again')
  }

  #enqueue(event: GatewayDispatchPayload): void {
    const kept = this.#kept
    kept.begin(event.s)
    const name = laneOf(event)
    // What somebody does is answered within seconds, whatever was missed.
    const before = event.t === GatewayDispatchEvents.InteractionCreate ? Promise.resolve() : this.#ready
    const lane = (this.#lanes.get(name) ?? before).then(async () => {
      const outcome = await this.#take(event)
      if (outcome !== null) kept.end(event.s)
      if (outcome) void this.#save()
      if (this.#lanes.get(name) === lane) this.#lanes.delete(name)
    })
    this.#lanes.set(name, lane)
    if (event.t === GatewayDispatchEvents.Ready) this.#ready = lane
  }

  /** Whether something was kept of an event; null where it could not be before the line was closed. */
  async #take(event: GatewayDispatchPayload): Promise<boolean | null> {
    for (let waitMs = FIRST_WAIT_MS; !this.#stopped; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
      try {
        return await this.#options.handle(event)
      } catch (error) {
        const code = error instanceof DeskError ? error.code : 'INTERNAL'
        this.#options.log.warn({ code }, 'something Discord told was not taken')
        if (!(error instanceof DeskError) || !error.retry) return false
      }
      await this.#wait(waitMs)
    }
    return null
  }

  async #save(): Promise<void> {
    if (this.#heard)
      await this.#options.keepSession({ ...this.#heard, sequence: this.#kept.upTo }).catch(() => undefined)
  }

  async #wait(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, ms).unref()
    this.#waiting.add(resolve)
    await promise
    clearTimeout(timer)
    this.#waiting.delete(resolve)
  }
}
