import { cleanText } from '#kernel/display.ts'
import { DeskError } from '#kernel/errors.ts'
import { idOf } from '#kernel/ids.ts'
import type { Decision, Job } from '#kernel/inbound.ts'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import { ENDED } from '#kernel/task.ts'
import { DAY_MS } from '#kernel/units.ts'
import { letsBe, yesOrNo } from '#language/answers.ts'
import { isGreeting, isThanks } from '#language/intent.ts'
import { foundByRules, type Routed, type ToRoute } from '#ports/router.ts'
import type { Resumption } from '#ports/tasks.ts'
import { answerTask, keepRequest, openTask } from '#store/tasks/change.ts'
import { expiredIn, type TaskRow, taskAnsweredBy, tasksOf, waitingIn } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { doneBy } from '../versions/in-force.ts'
import { choiceIn, picksFromList } from './answers.ts'
import { type Continued, continuedBy } from './going-on.ts'
import { keepOut } from './keep-out.ts'
import { greeting, nobodysJob } from './nobodys-job.ts'
import { tasksRepliedTo } from './replied.ts'
import { reword } from './reword.ts'
import { runAll, runTask } from './run-tasks.ts'
import { turnConsent } from './turn-consent.ts'
import { turnDecision } from './turn-decision.ts'
import type { Turn, TurnOutcome, TurnParts } from './turn-types.ts'
import { turnVerb } from './turn-verb.ts'
import { readTyped } from './typed.ts'
import { untakenFiles, withFilesLookedAt } from './untaken-files.ts'
import { readVerb } from './verbs.ts'
import { withdraw, withdrawTask } from './withdraw.ts'

/** How long after an old list a bare number still means it. */
const STILL_MEANT_MS = 14 * DAY_MS

/** How sure a new job must be to be started while a question is open. */
const SURE_OF_A_NEW_JOB = 0.6

/** A message: an answer to an open question, a word to the desk itself, or one or more jobs; and files that are not taken. */
export async function turnMessage(desk: DeskContext, parts: TurnParts, heard: Turn): Promise<TurnOutcome> {
  const turn = await withFilesLookedAt(desk, heard)
  const outcome = await turnWords(desk, parts, turn)
  const untaken = outcome.silent ? [] : untakenFiles(turn)
  return untaken.length === 0 ? outcome : { ...outcome, lines: [...untaken, ...(outcome.lines ?? [])] }
}

async function turnWords(desk: DeskContext, parts: TurnParts, turn: Turn): Promise<TurnOutcome> {
  const { event, principal } = turn
  const phrases = phrasesIn(languageOf(principal))
  if (event.replaces !== undefined) {
    const isFree = await withdraw(desk, parts, turn, event.replaces)
    if (!isFree || event.text.trim() === '') return { tasks: [] }
  }
  const typed = await readTyped(desk, event, principal)
  if (typed)
    return 'lines' in typed ? { tasks: [], lines: typed.lines } : turnDecision(desk, parts, decided(turn, typed))
  const verb =
    principal.kind === 'member' && principal.assurance === 'verified' && !event.simulated ? readVerb(event.text) : null
  const told = verb && (await turnVerb(desk, parts, turn, verb))
  if (told) return told

  const consent = await turnConsent(desk, turn)
  if (consent) return consent

  const begun = await desk.sql.read(() => tasksOf(turn.seq))
  const answered = await desk.sql.read(() => taskAnsweredBy(turn.seq))
  const untold = (left: readonly string[]) =>
    left.map((part) => phrases.cannotYet(cleanText(part, { oneLine: true, maxLength: 120 })))
  if (answered) {
    // One that waits again has had this answer already, and asked for something else.
    if (answered.task.status === 'open') return resume(desk, parts, turn, answered, answered.answer ?? '')
    return { tasks: await runAll(desk, parts, turn, [answered.task.id]) }
  }
  if (begun.length > 0) {
    const ids = begun.map((row) => row.task.id)
    const { left } = await parts.router.route({ ...asRouted(turn), rulesOnly: true })
    return { tasks: await runAll(desk, parts, turn, ids), lines: untold(left) }
  }

  const { job } = event
  if (job)
    return { tasks: await runAll(desk, parts, turn, await openAll(desk, parts, turn, [filledIn(job, event.text)])) }

  const keptOut = await keepOut(desk, turn)
  if (keptOut) return keptOut

  const asked = (await desk.sql.read(() => waitingIn(event.conversation))).filter(
    (row) => row.task.principal.id === principal.id,
  )
  const repliedTo = await desk.sql.read(() => tasksRepliedTo(event))
  const meant = asked.find((row) => repliedTo.includes(row.task.id)) ?? asked[0]
  if (isFileAlone(event) && untakenFiles(turn).length > 0) return { tasks: [] }
  // A file is no answer: the question stays open for a line of text.
  if (isFileAlone(event) && (meant || principal.kind === 'member')) return { tasks: [], lines: [phrases.onlyText] }
  const picked = meant?.question ? choiceIn(meant.question, event.text) : null
  if (meant && picked !== null) return resume(desk, parts, turn, meant, picked)
  // A bare yes, no or "cancel" is about what was asked.
  if (meant && yesOrNo(event.text)) return freeAnswer(desk, parts, turn, meant)

  const anew = meant && (await reword(desk, parts, turn, meant))
  if (anew) return anew

  // To let be what nobody asks about any more needs no word.
  if (!meant && letsBe(event.text)) return { tasks: [] }
  const continued = event.addressed === false ? null : await continuedBy(desk, parts, turn, meant)
  if (continued) return goOn(desk, parts, turn, continued)

  // What is answered by a yes or a no has no other words for an answer.
  const takesWords = meant !== undefined && meant.question?.kind !== 'confirm'
  const { jobs, left } = await parts.router.route({
    ...asRouted(turn),
    rulesOnly: takesWords || event.addressed === false,
  })
  // Thanks and greetings are no answer, whatever is open.
  if (jobs.length === 0 && isThanks(event.text)) return { tasks: [] }
  if (jobs.length === 0 && isGreeting(event.text)) return { tasks: [], lines: greeting(turn) }
  if (meant && !jobs.some((job) => job.confidence >= SURE_OF_A_NEW_JOB)) return freeAnswer(desk, parts, turn, meant)
  if (jobs.length === 0) {
    const again = await tooLateFor(desk, turn)
    if (!again) return nobodysJob(desk, turn)
    const begunAnew = await runAll(desk, parts, turn, await openAll(desk, parts, turn, [again]))
    return { tasks: begunAnew, lines: [phrases.listTooOld] }
  }
  const begunNow = await runAll(desk, parts, turn, await openAll(desk, parts, turn, jobs))
  return { tasks: begunNow, lines: untold(left) }
}

const decided = (turn: Turn, { decision }: { decision: Decision }): Turn => ({
  ...turn,
  event: { ...turn.event, kind: 'decision', decision },
})

const isFileAlone = ({ text, media = [] }: Turn['event']): boolean => text.trim() === '' && media.length > 0

const asRouted = ({ seq, event, principal }: Turn): ToRoute => ({
  text: event.text,
  from: principal.kind,
  channel: event.channel,
  asker: { principal, conversation: event.conversation },
  event: seq,
  ...(event.subject !== undefined && { subject: event.subject }),
  ...(event.fields && { fields: event.fields }),
})

/** "2" to a list that is open no more: the same job anew, for its times may be gone. */
async function tooLateFor(desk: DeskContext, { event, principal }: Turn): Promise<Routed | null> {
  if (!picksFromList(event.text)) return null
  const last = await desk.sql.read(() => expiredIn(event.conversation, desk.clock.nowMs() - STILL_MEANT_MS))
  if (last?.task.principal.id !== principal.id) return null
  return sure(last.task.agent, last.task.intent, last.task.text)
}

async function freeAnswer(desk: DeskContext, parts: TurnParts, turn: Turn, meant: TaskRow): Promise<TurnOutcome> {
  if (meant.question?.kind === 'confirm')
    return { tasks: [], lines: [phrasesIn(languageOf(turn.principal)).yesOrNo, meant.question.text] }
  return resume(desk, parts, turn, meant, turn.event.text)
}

/**
 * Goes on with a task: an open question has its answer in it; what waits for a yes, or came to nothing, is asked for anew with
 * what is said now; what was done is changed.
 */
async function goOn(desk: DeskContext, parts: TurnParts, turn: Turn, { job, task }: Continued): Promise<TurnOutcome> {
  const waits = !ENDED.has(task.task.status)
  if (waits && task.question?.kind === 'input') return resume(desk, parts, turn, task, turn.event.text)
  if (waits && job.after === 'open') await withdrawTask(desk, parts, turn, task)
  const { agent, intent } = job
  const known = job.after === 'open' ? task.task.request : null
  const anew = { ...sure(agent, intent, turn.event.text), request: known ?? undefined }
  return { tasks: await runAll(desk, parts, turn, await openAll(desk, parts, turn, [anew])) }
}

/** Stores the answer, once, then lets the task go on with it. */
async function resume(
  desk: DeskContext,
  parts: TurnParts,
  turn: Turn,
  row: TaskRow,
  text: string,
): Promise<TurnOutcome> {
  const taken = await desk.sql.write(() => answerTask(row.task.id, text, turn.seq))
  if (taken) desk.trip.reach('after-decision')
  const resumption: Resumption =
    row.question?.kind === 'confirm'
      ? { type: 'decided', verb: text === 'yes' ? 'approve' : 'decline' }
      : { type: 'answer', text }
  await runTask(desk, parts, row.task.id, resumption)
  return { tasks: await runAll(desk, parts, turn, [row.task.id]) }
}

/** A job as it was routed; one that a page filled in brings its request. */
type JobToOpen = Routed & { request?: unknown }

const filledIn = ({ agent, intent, request }: Job, text: string): JobToOpen => ({
  ...sure(agent, intent, text),
  request,
})

const sure = (agent: string, intent: string, text: string): Routed => foundByRules({ agent, intent, text }, 1)

/** Opens a task for each job; ids follow from the event, so a redelivery opens the same ones. */
async function openAll(desk: DeskContext, parts: TurnParts, turn: Turn, jobs: readonly JobToOpen[]): Promise<string[]> {
  const { event, principal } = turn
  const nowMs = desk.clock.nowMs()
  const ids = jobs.map((_job, position) => idOf('t', [turn.key, position], 10))
  await desk.sql.write(
    function* () {
      for (const [position, job] of jobs.entries()) {
        if (!parts.agents.has(job.agent))
          throw new DeskError('AGENT_BROKE_CONTRACT', { agent: job.agent, problem: 'no such agent is installed' })
        const after = job.after === null ? null : (ids[job.after] ?? null)
        const id = ids[position] ?? ''
        const task = { id, agent: job.agent, inbound: turn.seq, principal }
        yield* openTask(
          {
            ...task,
            ...(yield* doneBy(desk, parts, task)),
            position,
            parent: after,
            conversation: event.conversation,
            channel: event.channel,
            intent: job.intent,
            text: job.text,
            tier: job.tier,
            routedBy: job.routedBy ?? null,
            pointed: job.pointed ?? null,
            simulated: event.simulated === true,
            createdMs: nowMs,
          },
          desk.policy().source.version,
        )
        if (job.request !== undefined) yield* keepRequest(id, job.request, job.tier)
      }
    },
    { lazy: true },
  )
  return ids
}
