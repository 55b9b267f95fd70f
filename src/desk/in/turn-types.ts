import type { Inbound } from '#kernel/inbound.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Performer } from '#ports/performer.ts'
import type { Router } from '#ports/router.ts'
import type { Operation } from '#ports/sql.ts'
import type { TaskRunner, Tasks } from '#ports/tasks.ts'
import type { Hands } from '../act/hands.ts'
import type { TurnResult } from '../out/result.ts'
import type { VersionParts } from '../versions/in-force.ts'

/** What a turn works through. */
export interface TurnParts extends VersionParts {
  router: Router
  runner: TaskRunner
  tasks: Tasks
  performer: Performer
  hands: Hands
  /** Told when a turn has ended and its reply is in the outbox. */
  ended?: (seq: number) => void
  /** Told the result of every turn; `run` prints them. */
  settled?: (result: TurnResult) => void
  /** Keeps results in the journal, so that a repeated id gets its first one. */
  keepResults: boolean
}

/** One journal row in hand. */
export interface Turn {
  seq: number
  key: string
  event: Inbound
  principal: Principal
}

/** What a turn came to: its tasks, a word of the desk itself, and messages for other places. */
export interface TurnOutcome {
  tasks: readonly string[]
  lines?: readonly string[]
  /** The desk keeps out of it: it says nothing, not of files either. */
  silent?: boolean
  /** Writes that belong to the same commit as the end of the turn. */
  also?: () => Operation<void>
}
