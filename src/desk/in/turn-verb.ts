import { DeskError } from '#kernel/errors.ts'
import { idOf } from '#kernel/ids.ts'
import type { Principal } from '#kernel/principal.ts'
import { ENDED } from '#kernel/task.ts'
import { sayMoment } from '#kernel/time.ts'
import { approversOf } from '#policy/people.ts'
import { actionById } from '#store/actions/action-rows.ts'
import { eraseMessage } from '#store/audit/erase.ts'
import { openFlags } from '#store/flags/flag-rows.ts'
import { endTask, openTask } from '#store/tasks/change.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import { isApprover } from '../act/authority.ts'
import { undo, undoTarget } from '../act/undo.ts'
import type { DeskContext } from '../context.ts'
import { costLines } from '../views/cost.ts'
import { eraseAbout } from '../watch/erase.ts'
import { pausedBy, setPaused } from '../watch/pause.ts'
import { explain } from '../watch/why.ts'
import { keepOutOf } from './hands-off.ts'
import { turnDecision } from './turn-decision.ts'
import type { Turn, TurnOutcome, TurnParts } from './turn-types.ts'
import { turnVersions } from './turn-versions.ts'
import type { DeskVerb } from './verbs.ts'

const HELP = [
  'Tell me what you need, for instance:',
  '- book 30 min with Sam tomorrow at 3pm',
  '- move my 2pm to Friday, cancel it, what is on tomorrow',
  '- remind me to call Jo on Thursday at 9',
  '- what did you do tonight? what happened with acme this week?',
  '- /lead jo@acme.example wants a demo, why is acme only 48?, any good ones overnight?',
  '- acme is in for 24k, move globex to proposal, who owns hooli?',
  'And: undo, why, flags, cost, pause, resume, versions.',
]

/** A word to the desk itself, from a member the channel vouches for; null where it turns out to be none. */
export async function turnVerb(
  desk: DeskContext,
  parts: TurnParts,
  turn: Turn,
  verb: DeskVerb,
): Promise<TurnOutcome | null> {
  const { principal } = turn
  switch (verb.verb) {
    case 'help':
      return { tasks: [], lines: HELP }
    case 'undo':
      return undoInTask(desk, parts, turn, verb.action)
    case 'why':
      return { tasks: [], lines: await explain(desk, turn.event.conversation, verb.about, principal.zone) }
    case 'flags':
      return { tasks: [], lines: await listFlags(desk, principal.zone) }
    case 'cost':
      return { tasks: [], lines: await costLines(desk) }
    case 'pause':
    case 'resume':
      return { tasks: [], lines: [await pauseOrResume(desk, principal, verb.verb)] }
    case 'decide': {
      const { decision, flag, note } = verb
      return turnDecision(desk, parts, {
        ...turn,
        event: { ...turn.event, kind: 'decision', decision: { flag, verb: decision, ...(note && { note }) } },
      })
    }
    case 'hands_off':
    case 'give_back':
      return keepOutOf(desk, parts, turn, verb)
    case 'versions':
    case 'differences':
    case 'use':
    case 'try':
    case 'rollback':
      if (verb.verb !== 'versions') requireApprover(desk, principal, 'choosing the version of an agent')
      return { tasks: [], lines: await turnVersions(desk, parts, turn, verb) }
    case 'erase':
      requireApprover(desk, principal, 'erasing what is known of a person')
      return {
        tasks: [],
        lines: [await eraseAbout(desk, verb.who, principal)],
        also: () => eraseMessage(turn.seq),
      }
  }
}

function requireApprover(desk: DeskContext, principal: Principal, what: string): void {
  if (isApprover(desk.policy(), principal.id)) return
  const names = approversOf(desk.policy()).map((person) => person.name)
  throw new DeskError('NOT_ALLOWED', { why: `${what} is for ${names.join(' or ')}` })
}

async function pauseOrResume(desk: DeskContext, principal: Principal, verb: 'pause' | 'resume'): Promise<string> {
  requireApprover(desk, principal, `to ${verb} the desk`)
  const before = await pausedBy(desk)
  await setPaused(desk, verb === 'pause' ? (principal.name ?? principal.id) : null, principal.id)
  if (verb === 'pause') return 'Paused: until somebody says "resume", nothing is done without a yes.'
  return before ? `Going on; it was paused by ${before}.` : 'The desk was not paused.'
}

async function listFlags(desk: DeskContext, zone: string): Promise<string[]> {
  const open = await desk.sql.read(openFlags)
  if (open.length === 0) return ['Nothing waits for a decision.']
  return open.map(
    (flag) => `${flag.id}: ${flag.body.headline} (until ${sayMoment(flag.expireMs, zone, desk.clock.nowMs())})`,
  )
}

async function undoInTask(
  desk: DeskContext,
  parts: TurnParts,
  turn: Turn,
  actionId: string | null,
): Promise<TurnOutcome> {
  const { event, principal } = turn
  const taskId = idOf('t', [turn.key, 'undo'], 10)
  const begun = await desk.sql.read(() => taskById(taskId))
  if (begun && ENDED.has(begun.task.status)) return { tasks: [taskId] }
  // What was begun before a crash goes on with its own target, which may be marked as undone by now.
  const target =
    (begun && (await desk.sql.read(() => actionById(begun.task.text)))) ??
    (await undoTarget(desk, principal, event.conversation, actionId))
  await desk.sql.write(() =>
    openTask(
      {
        id: taskId,
        inbound: turn.seq,
        position: 0,
        parent: target.task,
        conversation: event.conversation,
        channel: event.channel,
        agent: 'desk',
        agentVersion: '1',
        pack: null,
        packHash: null,
        model: null,
        intent: 'undo',
        text: target.id,
        principal,
        tier: 'rules',
        routedBy: null,
        pointed: null,
        simulated: false,
        createdMs: desk.clock.nowMs(),
      },
      desk.policy().source.version,
    ),
  )
  try {
    await undo(desk, parts, taskId, target, principal, actionId === null)
  } catch (error) {
    if (!(error instanceof DeskError) || error.retry) throw error
    await desk.sql.write(() => endTask(taskId, 'declined', { lines: [error.message], choices: [] }, desk.clock.nowMs()))
  }
  return { tasks: [taskId] }
}
