import { DeskError, isDiskFull } from '#kernel/errors.ts'
import { DAY_MS, SECOND_MS } from '#kernel/units.ts'
import { retryUnsent, waitIn } from '#store/outbox/later.ts'
import { dueMessages, nextSendMs, type OutboxRow, sendLater } from '#store/outbox/outbox.ts'
import { actionKeyOf, beginTrying } from '#store/outbox/updates.ts'
import type { DeskContext } from '../context.ts'
import { faultFields } from '../watch/fault-fields.ts'
import { deliveryOf } from './delivery.ts'
import { heldBy, holdBack, isVoid } from './hold-back.ts'
import { dropped, notNow, settle } from './not-delivered.ts'
import { quietUntilMs } from './quiet.ts'
import { wayOf } from './window.ts'

const FIRST_WAIT_MS = 2 * SECOND_MS
const LONGEST_WAIT_MS = 300 * SECOND_MS
/** A message that could not be sent for a day is no news any more. */
const GIVE_UP_AFTER_MS = DAY_MS
const PAGE = 200
/** Lines on their way from which no more are begun, until one ends. */
const MOST_LINES = 200

/** When the next message waits to be sent, or null. */
export const nextDelivery = (desk: DeskContext): Promise<number | null> => desk.sql.read(nextSendMs)

const placeOf = ({ channel, conversation }: OutboxRow): string => `${channel} ${conversation}`

/**
 * Sends what is due, each message with its key: in order within a conversation, conversations beside each other. What fails is
 * tried again later, and longer each time, and what follows it in its conversation waits with it; a channel that names a
 * time to wait is left alone until then.
 */
export class Courier {
  readonly #desk: DeskContext
  /** Channels, and conversations of them, to which nothing goes before a moment. */
  readonly #restsUntilMs = new Map<string, number>()
  /** What is on its way, by line. */
  readonly #lines = new Map<string, Promise<void>>()
  #looking: Promise<void> | null = null
  /** Settles when nothing is on its way. */
  #quiet: PromiseWithResolvers<void> | null = null
  #more = false
  #stopped = false
  /** Why the outbox could not be read or written. */
  #fault: unknown = null
  /** Rows up to this one were queued by an earlier process, which may have sent them. */
  #inherited = 0

  constructor(desk: DeskContext) {
    this.#desk = desk
  }

  /** Takes over what an earlier process left; all of it is tried at once. */
  async recover(): Promise<void> {
    this.#inherited = await this.#desk.sql.write(() => retryUnsent(this.#desk.clock.nowMs()))
  }

  /** Sends what is due; resolves when nothing due is left, in the outbox or on its way. */
  async deliverDue(): Promise<void> {
    this.#look()
    if (this.#isBusy) {
      this.#quiet ??= Promise.withResolvers<void>()
      await this.#quiet.promise
    }
    const fault = this.#fault
    this.#fault = null
    if (fault !== null) throw fault
  }

  /** Lets what is on its way arrive, and begins nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#looking
    await Promise.all(this.#lines.values())
  }

  #look(): void {
    if (this.#stopped) return
    this.#more = true
    this.#looking ??= this.#beginLines()
      .catch((error: unknown) => this.#note(error))
      .finally(() => {
        this.#looking = null
        this.#rested()
      })
  }

  get #isBusy(): boolean {
    return this.#looking !== null || this.#lines.size > 0
  }

  /** Everybody who waits for the end is told at once: there may be as many of them as messages. */
  #rested(): void {
    if (this.#isBusy) return
    this.#quiet?.resolve()
    this.#quiet = null
  }

  /** Begins each line in which something is due and nothing is on its way: one that is slow holds up no other. */
  async #beginLines(): Promise<void> {
    const { sql, clock } = this.#desk
    while (this.#more) {
      this.#more = false
      const nowMs = clock.nowMs()
      const begun = new Set(this.#lines.keys())
      let due = await sql.read(() => dueMessages(nowMs, 0, PAGE))
      for (;;) {
        for (const [name, line] of Map.groupBy(due, (row) => this.#lineOf(row))) {
          // What follows of a line that was begun on an earlier page is its next look's.
          if (begun.has(name)) continue
          begun.add(name)
          this.#begin(name, line)
        }
        const last = due.at(-1)
        // Behind a line of more than a page others may wait.
        if (!last || due.length < PAGE || this.#lines.size >= MOST_LINES) break
        due = await sql.read(() => dueMessages(nowMs, last.id, PAGE))
      }
    }
  }

  #begin(name: string, line: readonly OutboxRow[]): void {
    const ended = this.#deliverLine(line).then(
      () => {
        this.#lines.delete(name)
        this.#look()
        this.#rested()
      },
      (error: unknown) => {
        this.#lines.delete(name)
        this.#note(error)
        this.#rested()
      },
    )
    this.#lines.set(name, ended)
  }

  /** What has to leave in order: a conversation, or all of a channel that says so. */
  #lineOf(row: OutboxRow): string {
    return this.#desk.channels.get(row.channel)?.capabilities.serial ? row.channel : placeOf(row)
  }

  #note(error: unknown): void {
    this.#fault ??= error
  }

  async #deliverLine(line: readonly OutboxRow[]): Promise<void> {
    const waiting = new Set<string>()
    for (const row of line) {
      const place = placeOf(row)
      if (waiting.has(place)) continue
      const untilMs = Math.max(this.#restOf(row.channel), this.#restOf(place))
      if (untilMs > 0) {
        waiting.add(place)
        const nowMs = this.#desk.clock.nowMs()
        await this.#desk.sql.write(() => waitIn(row, nowMs, untilMs), { lazy: true })
      } else await this.#deliverOne(row)
    }
  }

  /** When something is sent again to a place that rests; 0 where it does not. */
  #restOf(place: string): number {
    const untilMs = this.#restsUntilMs.get(place) ?? 0
    if (untilMs > this.#desk.clock.nowMs()) return untilMs
    this.#restsUntilMs.delete(place)
    return 0
  }

  async #deliverOne(row: OutboxRow): Promise<void> {
    const desk = this.#desk
    const channel = desk.channels.get(row.channel)
    if (!channel || (await isVoid(desk, row))) {
      await desk.sql.write(() => dropped(desk, row, channel ? 'unwanted' : 'no_sender'), { lazy: true })
      return
    }
    const taken = await heldBy(desk, row)
    if (taken) {
      await desk.sql.write(() => holdBack(desk, row, taken), { lazy: true })
      return
    }
    const loudMs = await quietUntilMs(desk, row)
    if (loudMs > desk.clock.nowMs()) {
      await desk.sql.write(() => sendLater(row.id, row.attempts, loudMs, false), { lazy: true })
      return
    }
    const way = await wayOf(desk, channel, row)
    if (!('go' in way)) {
      await desk.sql.write(() => notNow(desk, row, way), { lazy: true })
      return
    }
    // Whoever wrote it may have taken it back since it was looked up, and may not from here on.
    if (actionKeyOf(row) !== null && !(await desk.sql.write(() => beginTrying(row.id), { lazy: true }))) return
    try {
      const again = row.attempts > 0 || row.id <= this.#inherited
      const sent = await channel.send({ ...(await deliveryOf(desk, channel, row, again)), ...way.go })
      desk.trip.reach('after-outbox-send')
      await desk.sql.write(() => settle(desk, row, sent), { lazy: true })
      desk.changed({ topic: 'conversation', id: row.conversation })
    } catch (error) {
      // A full disk is no fault of the channel's: whether the message left is looked at when there is room again.
      if (isDiskFull(error)) throw error
      await this.#failed(row, error)
    }
  }

  async #failed(row: OutboxRow, error: unknown): Promise<void> {
    const desk = this.#desk
    const nowMs = desk.clock.nowMs()
    const attempts = row.attempts + 1
    const isLimit = error instanceof DeskError && error.code === 'RATE_LIMITED'
    const waitMs = isLimit
      ? Number(error.details.seconds) * SECOND_MS
      : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** row.attempts)
    const forGood = (error instanceof DeskError && !error.retry) || nowMs - row.createdMs > GIVE_UP_AFTER_MS
    desk.log.warn({ channel: row.channel, attempts, forGood, ...faultFields(error) }, 'a message could not be sent yet')
    if (!forGood) this.#restsUntilMs.set(isLimit ? row.channel : placeOf(row), nowMs + waitMs)
    if (forGood) await desk.channels.get(row.channel)?.givenUp?.(row.key)
    // A limit says that nothing was taken: it is no try.
    await desk.sql.write(() =>
      forGood
        ? dropped(desk, { ...row, attempts }, 'refused')
        : sendLater(row.id, isLimit ? row.attempts : attempts, nowMs + waitMs, false),
    )
  }
}
