import type { Side } from './side.ts'

/** An amount found, with the part it has in a range or change. */
export interface Found {
  side: Side
  role: 'low' | 'high' | 'old' | 'new' | null
  /** Tokens its words span; two amounts that are read together share theirs. */
  start: number
  end: number
}
