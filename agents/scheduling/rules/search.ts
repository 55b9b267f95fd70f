import type { Window } from '#policy/spans.ts'
import type { Block } from './busy.ts'
import type { Ways } from './travel.ts'

/** What the policy protects in somebody's day: no meeting is put there without that person. */
export type Protected = 'deep' | 'lunch' | 'out_of_office' | 'focus_time'
export type Energy = 'deep' | 'high' | 'low'

/** What times are looked for. */
export interface SlotSearch {
  /** Earliest start and latest end; notice, horizon and the asked window are already in them. */
  readonly fromMs: number
  readonly toMs: number
  readonly lengthMs: number
  /** Slots start on multiples of this on the wall of `zone`. */
  readonly stepMs: number
  /** Zone of whoever asks: `part` and `bounds` are on their wall. */
  readonly zone: string
  /** The part of the day they would like ("afternoon"). */
  readonly part: Window | null
  /** The clock they stated ("not before 11"). */
  readonly bounds: Window | null
  readonly bufferBeforeMs: number
  readonly bufferAfterMs: number
  readonly protect: ReadonlySet<Protected>
  /** What kind of time this meeting wants; null where it does not matter. */
  readonly energy: Energy | null
  readonly external: boolean
  /** A meal: lunch time is where it belongs. */
  readonly meal: boolean
  /** Soon counts most (a hot lead). */
  readonly soon: boolean
  /** The ways to and from where it is. */
  readonly ways: Ways
  /** Other meetings that may give way. */
  readonly movable: (block: Block) => boolean
}

/** What is given up, in this order, when no time fits; never working hours or protected time. Source: DOMAIN 4.3. */
export const RELAXATIONS = ['optional', 'part', 'low_energy', 'buffers', 'movable', 'bounds'] as const
export type Relaxation = (typeof RELAXATIONS)[number]
