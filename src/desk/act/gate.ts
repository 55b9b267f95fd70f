import { journaled } from '#kernel/actions/links.ts'
import { idOf } from '#kernel/ids.ts'
import type { Proposed, Ruling } from '#kernel/ruling.ts'
import type { Task } from '#kernel/task.ts'
import type { Gate, GateOutcome } from '#ports/gate.ts'
import type { Operation } from '#ports/sql.ts'
import { type ActionRow, actionsOf } from '#store/actions/action-rows.ts'
import { planAction, rejudgeAction } from '#store/actions/change.ts'
import { appendAudit } from '#store/audit/append.ts'
import { holdSlot, releaseHold, SlotTaken } from '#store/holds/holds.ts'
import { keepRequest, keepSaid, settleQuestion } from '#store/tasks/change.ts'
import { taskOnFile } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { cautionOf, stoppedBy } from '../model/caution.ts'
import { pausedBy } from '../watch/pause.ts'
import { taskContext } from './action-context.ts'
import { planBody } from './audit-bodies.ts'
import { confirmsInPlace } from './authority.ts'
import { IN_CONFLICT, isChangedField, isFieldChange, overTheirs } from './conflict.ts'
import type { Hands } from './hands.ts'
import type { Intents } from './intents.ts'
import { definitionOf, judgePlan, type Verdict } from './judge.ts'
import { releaseOffers } from './offers.ts'
import { keepQuestion, toldBy } from './pending-question.ts'
import { holdFor } from './plan-holds.ts'
import { READ_BY_MODEL } from './read-by-model.ts'

type Judged = Pick<ActionRow, 'id' | 'kind' | 'args' | 'verdict' | 'rule' | 'facts' | 'status' | 'problem' | 'before'>

/** The gate over the store. What it commits is the plan with its verdicts and intents: the first write of any action. */
export function gate(desk: DeskContext, hands: Hands, intents: Intents): Gate {
  return {
    async judge(taskId, { request, ruling, tier }) {
      const { task, said } = await desk.sql.read(() => taskOnFile(taskId))
      const next = 1 + ((await desk.sql.read(() => actionsOf(taskId))).at(-1)?.position ?? -1)
      const plan = await lookedUp(hands, planned(task, actionsIn(ruling), next))
      const context = await taskContext(desk, task, [plan])
      const verdicts = judgePlan(plan, {
        policy: desk.policy(),
        context,
        pausedBy: (await pausedBy(desk)) ?? stoppedBy(desk),
        caution: cautionOf(desk, tier),
        byModel: tier === 'model',
        undoing: false,
      }).map((verdict) =>
        ruling.type === 'flag' && verdict.verdict === 'do'
          ? { ...verdict, verdict: 'ask' as const, rule: ruling.rule }
          : verdict,
      )
      const actions = plan
        .map((action, at) => {
          const { position } = action
          return {
            ...action,
            task: taskId,
            key: idOf('', [taskId, task.createdMs, position, action.kind], 26),
            conversation: task.conversation,
            principal: task.principal.id,
            ...judged(action, verdicts[at] as Verdict, desk.dry),
          }
        })
        // What would have to be asked comes again with the answer: one thing is asked at a time.
        .filter((action) => ruling.type !== 'ask' || action.verdict !== 'ask')
      try {
        await desk.sql.write(
          function* (): Operation<void> {
            yield* keepRequest(taskId, request, tier)
            if (ruling.type === 'propose')
              yield* keepSaid(taskId, {
                lines: [],
                choices: ruling.choices,
                notes: ruling.notes,
                preview: ruling.preview,
                handOffs: ruling.handOffs,
                ...toldBy(said),
              })
            if (ruling.type === 'ask') yield* keepQuestion(desk, task, ruling, said)
            else {
              yield* settleQuestion(taskId)
              if (task.principal.kind !== 'member') yield* releaseOffers(taskId, task)
            }
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
      if (ruling.type === 'ask') return outcomeOf(intents, actions) === 'perform' ? 'perform' : 'ask'
      return desk.dry ? 'report' : outcomeOf(intents, actions)
    },

    async rejudge(taskId) {
      const { task } = await desk.sql.read(() => taskOnFile(taskId))
      const waiting = (await desk.sql.read(() => actionsOf(taskId))).filter((action) => action.status === 'proposed')
      const seen = await lookedUp(hands, waiting)
      const plan = seen.map((action, at) => ({ ...action, args: overTheirs(action, waiting[at]?.before) }))
      const context = await taskContext(desk, task, [plan])
      const verdicts = judgePlan(plan, { policy: desk.policy(), context, pausedBy: null, undoing: false })
      // A person said yes: what only asked may run now; what refuses, refuses still.
      const actions = plan.map((action, at): ActionRow => {
        const verdict = verdicts[at] as Verdict
        const was = waiting[at] as ActionRow
        if (verdict.verdict !== 'refuse' && isChangedField(action, was)) return { ...was, ...IN_CONFLICT }
        // Who confirmed only what was read says nothing about what the policy asks by now.
        const grants = was.rule !== READ_BY_MODEL || confirmsInPlace(desk.policy(), task)
        const yes = verdict.verdict === 'ask' && grants ? { ...verdict, verdict: 'do' as const } : verdict
        return { ...action, ...judged(action, isChangedRecord(action, was) ? changedMeanwhile(verdict) : yes) }
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

/** A proposal with the ids and places of its actions, each bound to who asks and linked to what the others make. */
function planned(
  { id, principal }: Task,
  proposed: readonly Proposed[],
  from: number,
): (Proposed & { id: string; position: number })[] {
  const idAt = (at: number): string => `${id}.${from + at}`
  return proposed.map(({ kind, args, because }, at) => {
    const bound = (definitionOf(kind).boundTo?.(args, principal) ?? args) as Record<string, unknown>
    return { id: idAt(at), position: from + at, kind, because, args: journaled(kind, bound, idAt) }
  })
}

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

/** Of a record that is not changed field by field, any change since it was asked about counts. */
const isChangedRecord = ({ kind, before }: ActionRow, was: ActionRow): boolean =>
  !isFieldChange(kind) && before !== null && versionOf(before) !== versionOf(was.before)

function actionsIn(ruling: Ruling): readonly Proposed[] {
  return 'actions' in ruling ? ruling.actions : []
}

function outcomeOf(intents: Intents, actions: readonly { id: string; status: string }[]): GateOutcome {
  for (const action of actions) if (action.status === 'intended') intents.add(action.id)
  if (actions.some((action) => action.status === 'intended')) return 'perform'
  return actions.some((action) => action.status === 'proposed') ? 'ask' : 'report'
}
