import { DeskError, isDiskFull } from '#kernel/errors.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/units.ts'
import { type ClaimedRow, claimNext } from '#store/journal/claim.ts'
import { nextDueMs, putBack, releaseAll } from '#store/journal/finish.ts'
import type { DeskContext } from '../context.ts'
import { Courier, nextDelivery } from '../out/deliver.ts'
import { faultFields } from '../watch/fault-fields.ts'
import { giveUpRow } from './give-up.ts'
import { Rush } from './rush.ts'

/** Lanes worked at once; each is one conversation, in order. Those that only wait for somebody outside do not count. */
const LANES = 16
/** Lanes in hand at once, with those that wait. */
const MOST_IN_HAND = 256
const LEASE_MS = 10 * MINUTE_MS
const ATTEMPTS = 5
/** Longest sleep between two looks; a timer set far ahead overflows setTimeout beyond 24.8 days. */
const LONGEST_SLEEP_MS = HOUR_MS

/**
 * Takes due rows off the journal, one lane at a time each, and sends what the outbox holds. It is woken by whoever writes
 * a row and by its own alarm for the next timer; it never polls.
 */
export class Pump {
  readonly #desk: DeskContext
  readonly #run: (row: ClaimedRow) => Promise<void>
  readonly #alarms: boolean
  readonly #courier: Courier
  readonly #rush = new Rush()
  #active = 0
  #claiming = false
  #again = false
  #stopped = false
  /** Why a commit was lost: what is in hand ends in failure, then everything starts over from the disk. */
  #broken: unknown = null
  #healer: NodeJS.Timeout | null = null
  #alarm: NodeJS.Timeout | null = null
  #idle: (() => void)[] = []

  /** `alarms: false` where somebody else moves the clock (`nightdesk run`): then `drain` is all there is. */
  constructor(desk: DeskContext, run: (row: ClaimedRow) => Promise<void>, options: { alarms: boolean }) {
    this.#desk = desk
    this.#run = run
    this.#alarms = options.alarms
    this.#courier = new Courier(desk)
    desk.waits.onRoom(() => this.wake())
  }

  /** Takes over what an earlier process left half done. */
  async recover(): Promise<number> {
    await this.#courier.recover()
    return this.#desk.sql.write(releaseAll)
  }

  /** An event was written down just now. */
  arrived(): void {
    this.#rush.add()
    this.wake()
  }

  /** More is to be done than can be begun at once: what comes now will take a while. */
  get isBusy(): boolean {
    return !this.#hasRoom || this.#rush.isOn
  }

  get #hasRoom(): boolean {
    return this.#active - this.#desk.waits.count < LANES && this.#active < MOST_IN_HAND
  }

  /** There may be something to do. */
  wake(): void {
    if (this.#stopped || this.#broken) return
    if (this.#claiming) {
      this.#again = true
      return
    }
    void this.#claimAll()
  }

  /**
   * Resolves when nothing that is due is left, in the journal and in the outbox.
   * @throws DeskError DISK_FULL where the rest waits for room; it is done by itself when there is
   */
  async drain(): Promise<void> {
    if (this.#broken) await this.#startOver()
    this.wake()
    while (!this.#stopped && !this.#broken && (this.#claiming || this.#active > 0))
      await new Promise<void>((resolve) => this.#idle.push(resolve))
    if (!this.#broken) await this.#send()
    if (this.#broken) throw this.#broken
  }

  /** Finishes what is in hand and takes nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#alarm) clearTimeout(this.#alarm)
    if (this.#healer) clearTimeout(this.#healer)
    while (this.#active > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
    await this.#courier.stop()
  }

  async #claimAll(): Promise<void> {
    this.#claiming = true
    try {
      do {
        this.#again = false
        while (this.#hasRoom && !this.#stopped && !this.#broken) {
          if (this.#rush.begins()) await this.#rush.over()
          const row = await this.#desk.sql.write(() => claimNext(this.#desk.clock.nowMs(), LEASE_MS), { lazy: true })
          if (!row) break
          this.#active++
          void this.#work(row)
        }
      } while (this.#again)
    } catch (error) {
      this.#desk.log.error(faultFields(error), 'the journal could not be written')
      this.heal(error)
    } finally {
      this.#claiming = false
      this.#settle()
    }
  }

  async #work(row: ClaimedRow): Promise<void> {
    try {
      await this.#run(row)
    } catch (error) {
      await this.#failed(row, error)
    }
    this.#active--
    this.wake()
    this.#settle()
    void this.#send()
  }

  /** A turn that threw is tried again, later each time; its lane waits for it, so nothing overtakes. */
  async #failed(row: ClaimedRow, error: unknown): Promise<void> {
    const known = error instanceof DeskError ? error.code : 'INTERNAL'
    this.#desk.log.error(
      {
        row: row.seq,
        attempts: row.attempts,
        code: known,
        ...faultFields(error),
      },
      'a turn failed',
    )
    if (isDiskFull(error)) {
      this.heal(error)
      return
    }
    const nextMs = this.#desk.clock.nowMs() + SECOND_MS * 2 ** row.attempts
    const last = row.attempts >= ATTEMPTS
    await this.#desk.sql
      .write(() => (last ? giveUpRow(this.#desk, row, error) : putBack(row.seq, nextMs)))
      .catch((lost: unknown) => this.heal(lost))
  }

  /**
   * After a lost commit: takes nothing new, and starts over from the disk in a second, again and again until there is
   * room. Not at once, for a disk that is still full would then be tried without a pause.
   */
  heal(why: unknown): void {
    this.#broken = why
    if (this.#stopped) return
    this.#healer ??= setTimeout(() => void this.#startOver(), SECOND_MS).unref()
  }

  async #startOver(): Promise<void> {
    if (this.#healer) clearTimeout(this.#healer)
    this.#healer = null
    if (this.#active > 0 || this.#claiming) return this.heal(this.#broken)
    try {
      this.#desk.sql.revive()
      await this.recover()
      this.#broken = null
      this.wake()
    } catch (error) {
      this.heal(error)
    }
  }

  /** What is queued meanwhile is sent too. */
  async #send(): Promise<void> {
    try {
      await this.#courier.deliverDue()
    } catch (error) {
      this.#desk.log.error(faultFields(error), 'the outbox could not be read or written')
      if (isDiskFull(error)) this.heal(error)
    }
  }

  #settle(): void {
    if (this.#active === 0 && !this.#claiming) {
      const waiting = this.#idle
      this.#idle = []
      for (const resolve of waiting) resolve()
      if (this.#alarms && !this.#stopped) void this.#setNextAlarm()
    } else if (this.#stopped && this.#active === 0) {
      for (const resolve of this.#idle.splice(0)) resolve()
    }
  }

  async #setNextAlarm(): Promise<void> {
    const [dueMs, sendMs] = await Promise.all([this.#desk.sql.read(nextDueMs), nextDelivery(this.#desk)])
    const moments = [dueMs, sendMs].flatMap((ms) => (ms === null ? [] : [ms]))
    if (moments.length > 0) this.#setAlarm(Math.min(...moments))
  }

  #setAlarm(atMs: number): void {
    if (this.#stopped) return
    if (this.#alarm) clearTimeout(this.#alarm)
    const waitMs = Math.min(LONGEST_SLEEP_MS, Math.max(1, atMs - this.#desk.clock.nowMs()))
    this.#alarm = setTimeout(() => {
      void this.#send()
      this.wake()
    }, waitMs)
    this.#alarm.unref()
  }
}
