import { type App, SocketModeReceiver } from '@slack/bolt'
import { SECOND_MS } from '#kernel/units.ts'
import type { Log } from '#ports/log.ts'
import type { Answer } from './receive/handle.ts'
import type { SlackSettings } from './settings.ts'
import { clientOptions, quietLogger, refusalOf } from './web.ts'

const FIRST_WAIT_MS = 0.2 * SECOND_MS
const LONGEST_WAIT_MS = 60 * SECOND_MS
/** Slack says hello within moments, or not at all. */
const HELLO_MS = 20 * SECOND_MS

/** An open line. */
interface Line {
  /** Resolves when it is lost. */
  lost: Promise<void>
}

/**
 * The line to Slack in Socket Mode. What comes in is acknowledged when `handle` resolves, and not where it throws: Slack delivers it
 * again. It is opened anew here whenever it is lost, because the client's own way of doing so ends the process where Slack cannot be
 * reached.
 */
export class SocketLine {
  readonly #receiver: SocketModeReceiver
  readonly #log: Log
  readonly #lost: (error: unknown) => void
  #stopped = false
  #waiting: { timer: NodeJS.Timeout; wake(): void } | null = null

  /** @param lost told when Slack refuses to open the line again until something is mended */
  constructor(
    settings: SlackSettings & { appToken: string },
    log: Log,
    handle: (body: unknown) => Promise<Answer>,
    lost: (error: unknown) => void,
  ) {
    this.#log = log
    this.#lost = lost
    this.#receiver = new SocketModeReceiver({
      appToken: settings.appToken,
      logger: quietLogger,
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: clientOptions(settings) },
      processEventErrorHandler: async () => false,
    })
    const processEvent: App['processEvent'] = async (event) => {
      try {
        const answer = await handle(event.body)
        await event.ack(answer)
      } catch (error) {
        log.warn(
          { problem: error instanceof Error ? error.name : 'unknown' },
          'something Slack delivered was not taken',
        )
        throw error
      }
    }
    // Of the whole app the receiver only ever calls this; the rest of it acknowledges before anything is kept.
    this.#receiver.init({ processEvent } as App)
    this.#receiver.client.on('error', () => undefined)
  }

  /** Resolves when Slack has said hello; from then on the line is kept open. @throws what Slack's client throws */
  async open(): Promise<void> {
    void this.#keep(await this.#connect())
  }

  async close(): Promise<void> {
    this.#stopped = true
    if (this.#waiting) {
      clearTimeout(this.#waiting.timer)
      this.#waiting.wake()
    }
    await this.#receiver.stop()
  }

  async #keep(first: Line): Promise<void> {
    let line = first
    let waitMs = FIRST_WAIT_MS
    for (;;) {
      await line.lost
      if (this.#stopped) return
      this.#log.info({}, 'the line to Slack was closed and is opened again')
      for (;;) {
        await this.#wait(waitMs)
        if (this.#stopped) return
        try {
          line = await this.#connect()
          waitMs = FIRST_WAIT_MS
          break
        } catch (error) {
          if (refusalOf(error)?.isSetup) return this.#lost(error)
          waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)
          this.#log.warn({ problem: refusalOf(error)?.error ?? 'no_answer', waitMs }, 'Slack cannot be reached')
        }
      }
    }
  }

  async #connect(): Promise<Line> {
    const { client } = this.#receiver
    const { promise: lost, resolve } = Promise.withResolvers<void>()
    client.once('disconnected', resolve)
    const hello = Promise.withResolvers<never>()
    const timer = setTimeout(() => hello.reject(new Error('no hello')), HELLO_MS)
    try {
      await Promise.race([client.start(), hello.promise])
    } catch (error) {
      client.removeListener('disconnected', resolve)
      throw error ?? new Error('the line was closed before hello')
    } finally {
      clearTimeout(timer)
    }
    return { lost }
  }

  #wait(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting = { timer: setTimeout(resolve, ms).unref(), wake: resolve }
    return promise
  }
}
