import { isDiskFull } from '#kernel/errors.ts'
import { InOrder } from '#kernel/in-order.ts'
import type { InboundDraft } from '#kernel/inbound.ts'
import type { Flags } from '#ports/flags.ts'
import type { Gate } from '#ports/gate.ts'
import type { Performer } from '#ports/performer.ts'
import type { Router } from '#ports/router.ts'
import type { TaskRunner, Tasks } from '#ports/tasks.ts'
import type { Accepted } from '#store/journal/accept.ts'
import { flags } from './act/flags.ts'
import { gate } from './act/gate.ts'
import { type Hands, hands } from './act/hands.ts'
import { Intents } from './act/intents.ts'
import { performer } from './act/performer.ts'
import { taskJournal } from './act/task-journal.ts'
import type { DeskContext } from './context.ts'
import { intake } from './in/intake.ts'
import { Pump } from './in/pump.ts'
import { runTurn } from './in/turn.ts'
import type { TurnParts } from './in/turn-types.ts'
import type { VersionParts } from './versions/in-force.ts'
import { watchRecords } from './watch/tidy-up.ts'

/** The acting half: what the task graphs are given. */
export interface ActingParts {
  tasks: Tasks
  gate: Gate
  flags: Flags
  performer: Performer
  hands: Hands
}

/** Builds the gate, the performer and their kin, before there are graphs. */
export function actingParts(desk: DeskContext): ActingParts {
  const ownIntents = new Intents()
  const ownHands = hands(desk)
  return {
    tasks: taskJournal(desk),
    gate: gate(desk, ownHands, ownIntents),
    flags: flags(desk),
    performer: performer(desk, ownHands, ownIntents),
    hands: ownHands,
  }
}

export interface DeskOptions extends VersionParts {
  router: Router
  runner: TaskRunner
  acting: ActingParts
  ended?: TurnParts['ended']
  settled?: TurnParts['settled']
  keepResults?: boolean
  /** False where the clock is moved by hand. */
  alarms: boolean
}

/** The running desk. */
export interface Desk {
  readonly context: DeskContext
  /** Journals an event; it is on the disk when this resolves. Work on it has begun by then, and goes on. */
  receive(event: InboundDraft): Promise<Accepted>
  /** The same for one of the desk's own pages, which may fill a job in. */
  receiveFromPage(event: InboundDraft): Promise<Accepted>
  /** More is to be done than can be begun at once: nobody should be kept waiting for an answer. */
  readonly isBusy: boolean
  /** Sends what a page put into the outbox itself. */
  wake(): void
  /** Takes over what an earlier process left, and starts the alarms. */
  start(): Promise<void>
  /** Resolves when nothing due is left to do. @throws DeskError DISK_FULL */
  drain(): Promise<void>
  stop(): Promise<void>
}

/** Puts the desk together: the door, the turns, the pump. */
export function desk(context: DeskContext, options: DeskOptions): Desk {
  const parts: TurnParts = {
    router: options.router,
    runner: options.runner,
    tasks: options.acting.tasks,
    performer: options.acting.performer,
    hands: options.acting.hands,
    agents: options.agents,
    keepResults: options.keepResults === true,
    ...(options.ended && { ended: options.ended }),
    ...(options.settled && { settled: options.settled }),
  }
  const pump = new Pump(context, (row) => runTurn(context, parts, row), { alarms: options.alarms })
  const arrivals = new InOrder()
  async function take(event: InboundDraft, by: 'channel' | 'page'): Promise<Accepted> {
    const accepted = await intake(context, arrivals, event, by).catch((error: unknown) => {
      if (isDiskFull(error)) pump.heal(error)
      throw error
    })
    if (!accepted.duplicate) pump.arrived()
    return accepted
  }
  return {
    context,
    get isBusy() {
      return pump.isBusy
    },
    receive: (event) => take(event, 'channel'),
    receiveFromPage: (event) => take(event, 'page'),
    async start() {
      const left = await pump.recover()
      await context.models.start({ alarms: options.alarms })
      if (options.alarms) await context.sql.write(() => watchRecords(context))
      if (left > 0) context.log.info({ rows: left }, 'taking over unfinished work')
      pump.wake()
    },
    wake: () => pump.wake(),
    drain: () => pump.drain(),
    async stop() {
      await pump.stop()
      await context.models.stop()
    },
  }
}
