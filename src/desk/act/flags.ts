import { sayWho } from '#kernel/display.ts'
import { idOf } from '#kernel/ids.ts'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import type { Principal } from '#kernel/principal.ts'
import type { HandOff, Question, Ruling, Tier } from '#kernel/ruling.ts'
import type { Task } from '#kernel/task.ts'
import { toMs } from '#kernel/time.ts'
import { approversOf, memberByAddress, memberById, ownerOf } from '#policy/people.ts'
import type { PolicyPerson } from '#policy/policy.ts'
import { addWorkingMs } from '#policy/working-time.ts'
import type { Flags } from '#ports/flags.ts'
import type { Operation } from '#ports/sql.ts'
import { type ActionRow, actionsOf } from '#store/actions/action-rows.ts'
import { rejudgeAction } from '#store/actions/change.ts'
import { appendAudit } from '#store/audit/append.ts'
import { amendFlag, openFlag } from '#store/flags/change.ts'
import { type FlagBody, type FlagRow, openFlagOfKey } from '#store/flags/flag-rows.ts'
import { SlotTaken } from '#store/holds/holds.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import { keepRequest, pauseTask } from '#store/tasks/change.ts'
import { type Said, type TaskRow, taskOnFile } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { cardOf } from '../out/card.ts'
import { outcomeLines } from '../out/outcome.ts'
import { toMember } from '../out/to-member.ts'
import { setTimer } from '../watch/timers.ts'
import { actionContext } from './action-context.ts'
import { confirmsInPlace } from './authority.ts'
import { inConflict } from './conflict-card.ts'
import { definitionOf } from './judge.ts'
import { memberPrincipal } from './member-principal.ts'
import { keepOffer } from './offers.ts'
import { pendingQuestion, toldNow, untold } from './pending-question.ts'
import { setQuestionTimers } from './questions.ts'
import { READ_BY_MODEL } from './read-by-model.ts'

const ON_EXPIRY = 'Nothing is done, and whoever asked is told that nobody decided in time.'

/** Opens questions and flags. A question goes to the requester; a flag to the responsible person, once per matter. */
export function flags(desk: DeskContext): Flags {
  return {
    async open(taskId, { request, ruling, tier }) {
      const row = await desk.sql.read(() => taskOnFile(taskId))
      const { task } = row
      const pending = pendingQuestion(row)
      if (pending) return askPending(desk, row, pending)
      if (ruling?.type === 'ask') return askRequester(desk, row, ruling, { request, tier })
      const actions = await desk.sql.read(() => actionsOf(taskId))
      const proposed = actions.filter((action) => action.status === 'proposed')
      const [asked, clash] = await inConflict(desk, proposed)
      const said = await saidSoFar(desk, row, actions)
      const onlyRead = asked.length > 0 && asked.every(({ rule }) => rule === READ_BY_MODEL)
      if (ruling?.type !== 'flag' && !clash && (onlyRead || confirmsInPlace(desk.policy(), task))) {
        const ask = onlyRead ? readBack : confirmation
        const question = ask(await sentencesOf(desk, task.principal, asked), asked, task.principal, {
          preview: row.said?.preview ?? [],
          isBegun: actions.some((action) => action.status === 'done'),
        })
        await desk.sql.write(function* () {
          yield* pauseTask(taskId, 'waiting_requester', question, said)
          yield* setQuestionTimers(desk, task, question)
        })
        return 'wait'
      }
      const given = clash ?? (ruling?.type === 'flag' ? ruling : null)
      const flag = await draftFlag(desk, task, given, asked, row.said?.preview)
      const outcome = await desk.sql.write(function* (): Operation<'wait' | 'report'> {
        if (request !== undefined && request !== null) yield* keepRequest(taskId, request, tier)
        const open = yield* openFlagOfKey(flag.key)
        if (open && open.task !== taskId) {
          yield* amendFlag(open.id, {
            ...open.body,
            evidence: [...open.body.evidence, { text: task.text.slice(0, 200), source: 'again' }].slice(-5),
          })
          return 'report'
        }
        yield* openFlag(flag)
        // What is decided over is what stood there when the card was drawn.
        if (clash) for (const action of asked) yield* rejudgeAction(action)
        const meanwhile = ruling?.type === 'flag' ? ruling.reply : null
        const handOffs = ruling?.type === 'flag' ? ruling.handOffs : []
        const kept = { ...said, ...(meanwhile !== null && { meanwhile }), ...(handOffs.length > 0 && beside(handOffs)) }
        yield* pauseTask(taskId, 'waiting_human', null, kept)
        yield* sendCard(desk, task, flag)
        yield* setFlagTimers(desk, task, flag)
        yield* appendAudit(desk.audit, {
          atMs: flag.createdMs,
          what: 'flag.opened',
          task: taskId,
          payload: { flag: flag.id, reason: flag.reason, rule: flag.body.rule, owner: flag.owner },
        })
        return 'wait'
      })
      desk.trip.reach('flag-open')
      desk.changed({ topic: 'flags', id: flag.id })
      return outcome
    },
  }
}

/** Work that starts beside a pause. */
const beside = (handOffs: readonly HandOff[]) => ({ handOffs: [...handOffs], besides: true })

/** Asks, and keeps what is offered; where a slot was taken meanwhile nothing is asked. */
async function askRequester(
  desk: DeskContext,
  { task, said }: TaskRow,
  { question, offer, handOffs }: Extract<Ruling, { type: 'ask' }>,
  understood: { request: unknown; tier: Tier },
): Promise<'wait' | 'agent'> {
  try {
    await desk.sql.write(function* () {
      yield* keepRequest(task.id, understood.request, understood.tier)
      if (offer && !desk.dry) yield* keepOffer(desk, task, offer)
      const kept = handOffs.length === 0 ? said : { lines: [], choices: [], ...said, ...beside(handOffs) }
      yield* pauseTask(task.id, 'waiting_requester', question, kept)
      yield* setQuestionTimers(desk, task, question)
    })
    return 'wait'
  } catch (error) {
    if (error instanceof SlotTaken) return 'agent'
    throw error
  }
}

/** Asks what was journaled with actions that are done by now, and tells their outcome. */
async function askPending(desk: DeskContext, row: TaskRow, question: Question): Promise<'wait'> {
  const { task } = row
  const actions = await desk.sql.read(() => actionsOf(task.id))
  const { lines } = await saidSoFar(desk, row, untold(row.said, actions))
  const said = { choices: [], ...row.said, lines, told: toldNow(row.said, actions) }
  await desk.sql.write(function* () {
    yield* pauseTask(task.id, 'waiting_requester', question, said)
    yield* setQuestionTimers(desk, task, question)
  })
  return 'wait'
}

/** A plan may be half done when it comes to what must be asked: the done half is told at once. */
async function saidSoFar(desk: DeskContext, row: TaskRow, actions: readonly ActionRow[]): Promise<Said> {
  const settled = actions.filter((action) => action.status !== 'proposed')
  const context = await actionContext(desk, row.task.principal, [settled])
  const lines = outcomeLines({ ruling: null, notes: [], actions: settled, flag: undefined, context })
  return { choices: [], ...row.said, lines }
}

async function sentencesOf(desk: DeskContext, to: Principal, actions: readonly ActionRow[]): Promise<string[]> {
  const context = await actionContext(desk, to, [actions])
  return actions.map((action) => definitionOf(action.kind).say(action.args, action.before, 'will', context))
}

/** What a model read, put to whoever wrote it, in their language. */
function readBack(
  sentences: readonly string[],
  _actions: readonly ActionRow[],
  to: Principal,
  { preview }: { preview: readonly string[] },
): Question {
  const say = phrasesIn(languageOf(to))
  return {
    text: say.understood([...sentences, ...preview].join('\n')),
    slots: ['confirm'],
    choices: [
      { label: say.yes, value: 'yes' },
      { label: say.no, value: 'no' },
    ],
    kind: 'confirm',
  }
}

function confirmation(
  sentences: readonly string[],
  actions: readonly ActionRow[],
  _to: Principal,
  { preview, isBegun }: { preview: readonly string[]; isBegun: boolean },
): Question {
  const rule = actions[0]?.rule ?? ''
  const what =
    sentences.length === 1
      ? sentences[0]
      : `${sentences.length} changes:\n${sentences.map((one) => `- ${one}`).join('\n')}`
  return {
    text: `${[what, ...preview].join('\n')}\nThis needs a yes (${rule}). ${isBegun ? 'It is not done yet' : 'Nothing has been done yet'}. Go ahead?`,
    slots: ['confirm'],
    choices: [
      { label: 'Yes, do it', value: 'yes' },
      { label: 'No', value: 'no' },
    ],
    kind: 'confirm',
  }
}

async function draftFlag(
  desk: DeskContext,
  task: Task,
  given: Given | null,
  asked: readonly ActionRow[],
  preview: readonly string[] = [],
): Promise<FlagDraft> {
  const nowMs = desk.clock.nowMs()
  const policy = desk.policy()
  const reason = given?.reason ?? 'AUTHORITY'
  const owner = (given?.owner ? memberByAddress(policy, given.owner) : null) ?? ownerOf(policy, reason)
  const sentences = await sentencesOf(desk, memberPrincipal(owner), asked)
  const who = sayWho(task.principal)
  const body: FlagBody = {
    headline:
      given?.headline ?? `Decide: ${sentences.length === 1 ? sentences[0] : `${sentences.length} changes for ${who}`}?`,
    what: `${who} asked for it. Nothing has been done yet.`,
    quote: task.text.slice(0, 500),
    rule: given?.rule ?? asked[0]?.rule ?? '',
    evidence: given?.evidence ?? preview.map((text) => ({ text, source: 'the plan' })),
    onExpiry: ON_EXPIRY,
    proposed: [...sentences],
  }
  const key = idOf('', [
    task.conversation,
    reason,
    task.principal.id,
    given ? given.headline : asked.map((action) => [action.kind, action.args]),
  ])
  return {
    id: idOf(
      'f',
      [task.id, asked.map(({ id, before }) => (given?.reason === 'CONFLICT' ? [id, before] : id)), reason],
      12,
    ),
    task: task.id,
    reason,
    key,
    body,
    owner: owner.id,
    backup: backupOf(desk, owner),
    createdMs: nowMs,
    expireMs: expiryOf(desk, owner, asked, nowMs),
  }
}

/** What a flag says that is more than "this needs a yes". */
type Given = Pick<Extract<Ruling, { type: 'flag' }>, 'reason' | 'headline' | 'rule' | 'evidence' | 'owner'>

type FlagDraft = Omit<FlagRow, 'state' | 'verb' | 'decidedBy' | 'decidedMs' | 'decidedIn'>

/** Who may decide when the owner is away: their backup, else another approver. */
function backupOf(desk: DeskContext, owner: PolicyPerson): string | null {
  const policy = desk.policy()
  const named = owner.backup && memberById(policy, owner.backup)
  return named ? named.id : (approversOf(policy).find((person) => person.id !== owner.id)?.id ?? null)
}

/** The policy's working time, and never later than the first thing it is about. */
function expiryOf(desk: DeskContext, owner: PolicyPerson, asked: readonly ActionRow[], nowMs: number): number {
  const starts = asked.flatMap((action) => {
    const event = (action.args.event ?? action.args) as { start?: unknown; zone?: unknown }
    const start = typeof event.start === 'string' ? toMs(event.start) : Number.NaN
    return start > nowMs ? [start] : []
  })
  return Math.min(addWorkingMs(owner, nowMs, desk.policy().approvals.defaultExpiryMs), ...starts)
}

function* setFlagTimers(desk: DeskContext, task: Task, flag: FlagDraft): Operation<void> {
  const { remindShare, rerouteShare } = desk.policy().approvals
  const life = flag.expireMs - flag.createdMs
  const timer = { about: flag.id, conversation: task.conversation, channel: task.channel }
  yield* setTimer({ ...timer, what: 'flag.remind', atMs: flag.createdMs + Math.round(life * remindShare) })
  if (flag.backup)
    yield* setTimer({ ...timer, what: 'flag.reroute', atMs: flag.createdMs + Math.round(life * rerouteShare) })
  yield* setTimer({ ...timer, what: 'flag.expire', atMs: flag.expireMs })
}

/** One card for every channel that can reach the owner; the first answer wins, the other copies are closed. */
export function* sendCard(
  desk: DeskContext,
  task: Pick<Task, 'id' | 'agent'>,
  flag: FlagDraft,
  to: string = flag.owner,
): Operation<void> {
  const message = { type: 'card' as const, to: [to], card: cardOf(flag, task) }
  for (const draft of toMember(desk, to, { key: `card:${flag.id}:${to}`, message, task: task.id }))
    yield* enqueue(draft)
}
