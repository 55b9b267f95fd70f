import type { Length } from './lengths.ts'
import type { PartName } from './lexicon.ts'
import type { Grain, Wall } from './wall.ts'
import type { NamedZone } from './zones.ts'

/** A stretch another reading would give. */
export interface Other {
  start: Wall
  end: Wall
}

/** A time on the wall clock, before its zone makes instants of it. */
export interface Draft {
  kind: 'point' | 'range' | 'open' | 'length' | 'recurrence'
  start: Wall | null
  end: Wall | null
  grain: Grain
  open?: 'after' | 'before'
  dated: boolean
  clocked: boolean
  part?: PartName
  approximate: boolean
  others: readonly Other[]
  length?: Length
  zone?: NamedZone
  endZone?: NamedZone
  /** RRULE without its end; `until` is the last day, end exclusive. */
  recurrence?: string
  until?: Wall
  /** A weekday that says nothing of its week. */
  loneWeekday?: true
  /** First day of the week that was named beside a weekday. */
  weekStart?: Wall
  impossible?: true
}
