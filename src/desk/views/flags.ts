import { cleanText, sayWho } from '#kernel/display.ts'
import { DeskError, isDiskFull } from '#kernel/errors.ts'
import type { Card } from '#kernel/outbound.ts'
import { REASONS } from '#kernel/reasons.ts'
import { memberById } from '#policy/people.ts'
import type { Operation } from '#ports/sql.ts'
import { type ActionRow, actionsOf } from '#store/actions/action-rows.ts'
import { decidedFlags, type FlagRow, flagById, openFlags } from '#store/flags/flag-rows.ts'
import { type TaskRow, taskById } from '#store/tasks/task-rows.ts'
import { actionContext } from '../act/action-context.ts'
import { decidesFlag } from '../act/authority.ts'
import { past } from '../act/decide.ts'
import { definitionOf } from '../act/judge.ts'
import { planHash } from '../act/plan-hash.ts'
import type { DeskContext } from '../context.ts'
import { cardOf } from '../out/card.ts'
import { withClock } from '../out/clock.ts'
import { type ClashLine, clashLines } from './clash.ts'
import { mintDecisions, type Shown } from './decision-ids.ts'
import { type EditField, editFields } from './edit-fields.ts'
import { type MergePreview, mergePreview } from './merge-preview.ts'
import { agentName } from './said.ts'
import { principalOf, type Viewer } from './viewer.ts'

/** An open flag as a page draws it. */
export interface CardView {
  card: Card
  createdMs: number
  /** Who asked, as they are named to others. */
  who: string
  simulated: boolean
  agent: string
  owner: string
  backup: string | null
  /** The reason in words. */
  reason: string
  /** One-use id of the viewer's decision; null where they may not decide, or none can be kept now. */
  decision: string | null
  /** Why there are no buttons, as a sentence, or null. */
  closed: string | null
  edit: EditField[]
  /** Of a conflict: what two wanted. */
  clash: ClashLine[]
  merge: MergePreview | null
  /** What it proposes cannot be taken back. */
  final: boolean
  /** Changes when anything that is shown changes. */
  version: string
}

/** A decided flag. */
export interface Receipt {
  flag: string
  headline: string
  /** `Approved by Mia Chen`. */
  outcome: string
  tone: 'yes' | 'no' | 'none'
  atMs: number
  who: string
  task: string
}

type Filed = Shown & { task: TaskRow }

function* file(flags: readonly FlagRow[]): Operation<Filed[]> {
  const filed: Filed[] = []
  for (const flag of flags) {
    const task = yield* taskById(flag.task)
    if (task) filed.push({ flag, task, plan: yield* actionsOf(flag.task) })
  }
  return filed
}

/** Open flags for a viewer, what runs out first before the rest, each with a fresh decision id where they may decide. */
export async function openCards(desk: DeskContext, viewer: Viewer): Promise<CardView[]> {
  const filed = await desk.sql.read(function* () {
    return yield* file(yield* openFlags())
  })
  const sorted = filed.sort((a, b) => a.flag.expireMs - b.flag.expireMs)
  const decidable = sorted.filter(({ flag }) => decidesFlag(desk.policy(), viewer.id, flag))
  const { ids, problem } = await idsFor(desk, decidable, viewer)
  return Promise.all(
    sorted.map((one) => {
      const at = decidable.indexOf(one)
      return cardView(desk, one, viewer, at < 0 ? null : (ids[at] ?? null), at < 0 ? null : problem)
    }),
  )
}

/** With the disk full no id can be kept: the cards stay readable, and say why they have no buttons. */
async function idsFor(
  desk: DeskContext,
  shown: readonly Shown[],
  viewer: Viewer,
): Promise<{ ids: string[]; problem: string | null }> {
  try {
    return { ids: await mintDecisions(desk, shown, viewer), problem: null }
  } catch (error) {
    if (!isDiskFull(error)) throw error
    return { ids: [], problem: error.message }
  }
}

async function cardView(
  desk: DeskContext,
  { flag, task: { task }, plan }: Filed,
  viewer: Viewer,
  decision: string | null,
  problem: string | null,
): Promise<CardView> {
  const context = await actionContext(desk, principalOf(viewer), [plan.map(({ args, before }) => [args, before])])
  const name = (id: string) => memberById(desk.policy(), id)?.name ?? id
  const owner = name(flag.owner)
  const card = await desk.sql.read(() => withClock(desk, cardOf(flag, task), viewer.zone))
  return {
    card: { ...card, ...cleaned(card) },
    createdMs: flag.createdMs,
    who: sayWho(task.principal),
    simulated: task.simulated,
    agent: agentName(task.agent),
    owner,
    backup: flag.backup && name(flag.backup),
    reason: REASONS[flag.reason],
    decision,
    closed: decision ? null : (problem ?? `This decision belongs to ${owner}.`),
    edit: editFields(plan, context),
    clash: clashLines(plan, context),
    merge: await mergePreview(desk.crm, plan, context),
    final: plan.some(isFinal),
    version: [planHash(plan).slice(0, 12), flag.owner, flag.body.evidence.length, decision !== null].join('-'),
  }
}

const isFinal = ({ kind, status }: ActionRow): boolean => {
  const { risk, undo } = definitionOf(kind)
  return status === 'proposed' && risk === 'high' && undo === 'impossible'
}

const cleaned = (card: Card) => ({
  headline: cleanText(card.headline, { oneLine: true }),
  what: cleanText(card.what, { oneLine: true }),
  quote: card.quote === null ? null : cleanText(card.quote),
  rule: cleanText(card.rule, { oneLine: true }),
  proposed: card.proposed.map((line) => cleanText(line, { oneLine: true })),
  evidence: card.evidence.map(({ text, source }) => ({
    text: cleanText(text, { oneLine: true }),
    source: cleanText(source, { oneLine: true }),
  })),
})

/** Decisions since a moment, newest first. */
export async function receiptsSince(desk: DeskContext, sinceMs: number, limit: number): Promise<Receipt[]> {
  const filed = await desk.sql.read(function* () {
    return yield* file(yield* decidedFlags(sinceMs, limit))
  })
  return filed.map(receiptOf)
}

/** The receipt of a decided flag, or null where it is open. @throws DeskError FLAG_NOT_FOUND */
export async function receiptById(desk: DeskContext, id: string): Promise<Receipt | null> {
  const [found] = await desk.sql.read(function* () {
    const flag = yield* flagById(id)
    return flag ? yield* file([flag]) : []
  })
  if (!found) throw new DeskError('FLAG_NOT_FOUND', { flag: id.slice(0, 40) })
  return found.flag.state === 'open' ? null : receiptOf(found)
}

function receiptOf({ flag, task }: Filed): Receipt {
  const yes = flag.verb === 'approve' || flag.verb === 'edit'
  const expired = flag.state === 'expired'
  const verb = past(flag.verb ?? '')
  return {
    flag: flag.id,
    headline: cleanText(flag.body.headline, { oneLine: true }).replace(/^Decide: (.*)\?$/s, '$1'),
    outcome: expired
      ? 'Expired, nobody decided'
      : `${verb.charAt(0).toUpperCase()}${verb.slice(1)} by ${flag.decidedBy ?? 'somebody'}`,
    tone: yes ? 'yes' : expired ? 'none' : 'no',
    atMs: flag.decidedMs ?? flag.expireMs,
    who: sayWho(task.task.principal),
    task: flag.task,
  }
}

/** How many open flags wait for this viewer. */
export async function waitingFor(desk: DeskContext, viewer: Viewer): Promise<number> {
  return (await desk.sql.read(openFlags)).filter((flag) => decidesFlag(desk.policy(), viewer.id, flag)).length
}
