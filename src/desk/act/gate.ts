import { addressesOf } from '#kernel/actions/calendar-facts.ts'
import type { EventDraft } from '#kernel/event.ts'
import { idOf } from '#kernel/ids.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Proposed, Ruling } from '#kernel/ruling.ts'
import type { Task } from '#kernel/task.ts'
import { toMs } from '#kernel/time.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import { memberByAddress } from '#policy/people.ts'
import type { Gate, GateOutcome } from '#ports/gate.ts'
import type { Operation } from '#ports/sql.ts'
import { type ActionRow, actionsOf } from '#store/actions/action-rows.ts'
import { planAction, rejudgeAction } from '#store/actions/change.ts'
import { appendAudit } from '#store/audit/append.ts'
import { type HoldDraft, holdSlot, releaseHold, SlotTaken } from '#store/holds/holds.ts'
import { keepRequest, keepSaid } from '#store/tasks/change.ts'
import { taskOnFile } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { pausedBy } from '../watch/pause.ts'
import { taskContext } from './action-context.ts'
import { planBody } from './audit-bodies.ts'
import type { Hands } from './hands.ts'
import type { Intents } from './intents.ts'
import { definitionOf, judgePlan, type Verdict } from './judge.ts'
import { releaseOffers } from './offers.ts'

/** How long a slot stays held for a plan that may run at once; a plan that waits for a person holds it as long as it waits. */
const HOLD_MS = 10 * MINUTE_MS

type Judged = Pick<ActionRow, 'id' | 'kind' | 'args' | 'verdict' | 'rule' | 'facts' | 'status' | 'problem' | 'before'>

/** The gate over the store. What it commits is the plan with its verdicts and intents: the first write of any action. */
export function gate(desk: DeskContext, hands: Hands, intents: Intents): Gate {
  return {
    async judge(taskId, { request, ruling, tier }) {
      const { task } = await desk.sql.read(() => taskOnFile(taskId))
      const earlier = await desk.sql.read(() => actionsOf(taskId))
      const plan = await lookedUp(hands, boundTo(task.principal, actionsIn(ruling)))
      const context = await taskContext(desk, task, [plan])
      const verdicts = judgePlan(plan, {
        policy: desk.policy(),
        context,
        pausedBy: await pausedBy(desk),
        undoing: false,
      }).map((verdict) =>
        ruling.type === 'flag' && verdict.verdict === 'do'
          ? { ...verdict, verdict: 'ask' as const, rule: ruling.rule }
          : verdict,
      )
      const actions = plan.map((action, at) => {
        const position = earlier.length + at
        const verdict = verdicts[at] as Verdict
        return {
          id: `${taskId}.${position}`,
          task: taskId,
          position,
          because: action.because,
          key: idOf('', [taskId, task.createdMs, position, action.kind], 26),
          conversation: task.conversation,
          principal: task.principal.id,
          ...judged(action, verdict, desk.dry),
        }
      })
      try {
        await desk.sql.write(
          function* (): Operation<void> {
            yield* keepRequest(taskId, request, tier)
            if (ruling.type === 'propose')
              yield* keepSaid(taskId, {
                lines: [],
                choices: ruling.choices,
                notes: ruling.notes,
                handOffs: ruling.handOffs,
              })
            if (task.principal.kind !== 'member') yield* releaseOffers(taskId, task)
            for (const action of actions) {
              yield* planAction(action)
              const hold = desk.dry ? null : holdFor(desk, action)
              if (hold) yield* holdSlot(hold, desk.clock.nowMs())
            }
            yield* appendAudit(desk.audit, {
              atMs: desk.clock.nowMs(),
              what: 'plan.judged',
              task: taskId,
              payload: planBody(task, desk.policy().source.version, actions),
            })
          },
          { lazy: !actions.some((action) => action.status === 'intended' && hands.of(action.kind).outward) },
        )
      } catch (error) {
        if (error instanceof SlotTaken) return 'agent'
        throw error
      }
      desk.trip.reach('after-plan')
      if (actions.some((action) => action.status === 'intended')) desk.trip.reach('after-intent')
      return desk.dry ? 'report' : outcomeOf(intents, actions)
    },

    async rejudge(taskId) {
      const { task } = await desk.sql.read(() => taskOnFile(taskId))
      const waiting = (await desk.sql.read(() => actionsOf(taskId))).filter((action) => action.status === 'proposed')
      const plan = await lookedUp(hands, waiting)
      const context = await taskContext(desk, task, [plan])
      const verdicts = judgePlan(plan, { policy: desk.policy(), context, pausedBy: null, undoing: false })
      // A person said yes: what only asked may run now; what refuses, refuses still.
      const actions = plan.map((action, at) => {
        const verdict = verdicts[at] as Verdict
        const changed =
          verdict.verdict !== 'refuse' &&
          action.before !== null &&
          versionOf(action.before) !== versionOf(waiting[at]?.before)
        return {
          ...action,
          ...judged(
            action,
            changed
              ? changedMeanwhile(verdict)
              : { ...verdict, verdict: verdict.verdict === 'ask' ? 'do' : verdict.verdict },
          ),
        }
      })
      try {
        await desk.sql.write(() => keepRejudged(desk, task, actions))
      } catch (error) {
        if (!(error instanceof SlotTaken)) throw error
        for (const action of actions)
          Object.assign(action, { verdict: 'refuse', status: 'refused', problem: 'that time was taken meanwhile' })
        await desk.sql.write(() => keepRejudged(desk, task, actions))
      }
      desk.trip.reach('after-intent')
      return outcomeOf(intents, actions)
    },
  }
}

/** Each action with what its kind keeps of who asks. */
const boundTo = (principal: Principal, actions: readonly Proposed[]): Proposed[] =>
  actions.map((action) => ({
    ...action,
    args: (definitionOf(action.kind).boundTo?.(action.args, principal) ?? action.args) as Record<string, unknown>,
  }))

/** Each action with its record as it stands now, read through the port. */
function lookedUp<A extends { kind: string; args: Record<string, unknown> }>(
  hands: Hands,
  actions: readonly A[],
): Promise<(A & { before: unknown })[]> {
  return Promise.all(
    actions.map(async (action) => ({
      ...action,
      before: await hands.of(action.kind).look(action.kind, action.args),
    })),
  )
}

/** An edit may have moved the plan to another slot: the old hold is given back for the new one. */
function* keepRejudged(desk: DeskContext, task: Task, actions: readonly ActionRow[]): Operation<void> {
  const nowMs = desk.clock.nowMs()
  for (const action of actions) {
    yield* rejudgeAction(action)
    yield* releaseHold(action.id)
    const hold = holdFor(desk, action)
    if (hold) yield* holdSlot(hold, nowMs)
  }
  const payload = planBody(task, desk.policy().source.version, actions)
  yield* appendAudit(desk.audit, { atMs: nowMs, what: 'plan.rejudged', task: task.id, payload })
}

function judged(
  action: { kind: string; args: Record<string, unknown>; before: unknown },
  verdict: Verdict,
  dry = false,
): Omit<Judged, 'id'> {
  const status = verdict.verdict === 'refuse' ? 'refused' : verdict.verdict === 'ask' || dry ? 'proposed' : 'intended'
  const problem = verdict.verdict === 'refuse' ? verdict.rule.replace(/^fixed: /, '') : null
  return {
    kind: action.kind,
    args: action.args,
    before: action.before ?? null,
    verdict: verdict.verdict,
    rule: verdict.rule,
    facts: verdict.facts,
    status,
    problem,
  }
}

const changedMeanwhile = (verdict: Verdict): Verdict => ({
  ...verdict,
  verdict: 'refuse',
  rule: 'fixed: somebody changed it while it waited, so nothing was written',
})
const versionOf = (image: unknown): string | undefined => (image as { version?: string } | null)?.version

function actionsIn(ruling: Ruling): readonly Proposed[] {
  return ruling.type === 'propose' || ruling.type === 'flag' ? ruling.actions : []
}

function outcomeOf(intents: Intents, actions: readonly { id: string; status: string }[]): GateOutcome {
  for (const action of actions) if (action.status === 'intended') intents.add(action.id)
  if (actions.some((action) => action.status === 'intended')) return 'perform'
  return actions.some((action) => action.status === 'proposed') ? 'ask' : 'report'
}

/** The event whose time an action takes: of a series that moves the first instance. */
function slotOf({ kind, args, before }: Judged): EventDraft | null {
  if (kind === 'calendar.create') return args.event as EventDraft
  const change = (
    kind === 'calendar.split' ? args.change : kind === 'calendar.move' ? args : null
  ) as Partial<EventDraft> | null
  if (!before || !change?.start || !change.end) return null
  return { ...(before as EventDraft), start: change.start, end: change.end }
}

/** The slot a plan needs for itself: new times of members, unless they said "book anyway". */
function holdFor(desk: DeskContext, action: Judged): HoldDraft | null {
  if (action.status === 'refused' || action.args.overlap === true) return null
  const event = slotOf(action)
  if (!event || event.shows === 'free' || event.start.length === 10) return null
  const people = addressesOf(event).filter((address) => memberByAddress(desk.policy(), address))
  if (people.length === 0) return null
  const nowMs = desk.clock.nowMs()
  const expiresMs =
    action.status === 'intended' ? nowMs + HOLD_MS : Math.max(nowMs + HOLD_MS, toMs(event.start, event.zone))
  return {
    people,
    startMs: toMs(event.start, event.zone),
    endMs: toMs(event.end, event.zone),
    key: action.id,
    expiresMs,
  }
}
