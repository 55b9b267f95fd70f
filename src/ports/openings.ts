import type { Job } from '#kernel/inbound.ts'

/** A time that a visitor may choose: epoch milliseconds, `endMs` exclusive. */
export interface Opening {
  startMs: number
  endMs: number
}

/** What meeting a page offers, and with whom. */
export interface Offered {
  /** Policy ids of everybody who must be free, the host first. */
  people: readonly string[]
  /** A meeting type of the policy; null: a plain meeting of the default length. */
  type: string | null
}

export interface OpeningsQuery extends Offered {
  fromMs: number
  /** Latest end. */
  toMs: number
  /** Tasks whose held times do not stand in the way: the visitor's own; `all` where the time is held already. */
  except: readonly string[] | 'all'
  /** How much shorter the notice may be: what was chosen in time stays so while its form is filled in. */
  graceMs: number
}

/** What a visitor asked for. Name and note are their words: data, never read. */
export interface Wanted extends Offered, Opening {
  name: string
  note: string | null
}

/**
 * The scheduling agent as booking pages know it: which times are to be had, and the jobs that book and call off. Why a time is
 * not among the openings is left out on purpose.
 */
export interface Openings {
  /** Every start that all of them could take now, under the same rules as in a conversation, soonest first. */
  find(query: OpeningsQuery): Promise<readonly Opening[]>
  booking(wanted: Wanted): Job
  /** @param event the id of the calendar's event */
  cancellation(event: string): Job
}
