import { DeskError } from '#kernel/errors.ts'
import type { Decision, Inbound } from '#kernel/inbound.ts'
import type { Principal } from '#kernel/principal.ts'
import { SECOND_MS } from '#kernel/units.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { type FlagRow, flagById } from '#store/flags/flag-rows.ts'
import { cardsShown, lastSaid, sentAs } from '#store/outbox/shown.ts'
import { waitingIn } from '#store/tasks/task-rows.ts'
import { actionContext } from '../act/action-context.ts'
import { checkOpenTo } from '../act/decide.ts'
import { checkedEdits } from '../act/edits.ts'
import { planHash } from '../act/plan-hash.ts'
import { flagOfTicket } from '../act/tickets.ts'
import type { DeskContext } from '../context.ts'
import { editFields, editFrom } from '../views/edit-fields.ts'
import { filledForm, formText } from './typed-edit.ts'
import { noteOf, type TypedVerb, typedVerb } from './typed-verb.ts'

/** Two cards that came so close together cannot be told apart by whoever answers. */
const AT_ONCE_MS = 30 * SECOND_MS

/** What a member typed about a card: what they decide, or what they are told first. */
export type Typed = { decision: Decision } | { lines: string[] }

/**
 * What "1", "approve" or "2 title: ..." of a member means on a channel where cards are decided in words: the card replied to, else
 * the newest open one that was shown there. Null for anything else, and for a number that answers what was asked last.
 */
export async function readTyped(desk: DeskContext, event: Inbound, by: Principal): Promise<Typed | null> {
  const isTyped = event.kind === 'message' && desk.channels.get(event.channel)?.capabilities.typed === true
  if (!isTyped || event.simulated || by.kind !== 'member' || by.assurance !== 'verified') return null
  const typed = typedVerb(event.text)
  const meant = typed && (await cardMeant(desk, event, by, typed.bare))
  if (!typed || !meant) return null
  if ('among' in meant) return { lines: whichOf(meant.among, typed) }
  try {
    return await decisionOn(desk, meant, typed, by)
  } catch (error) {
    if (error instanceof DeskError && !error.retry) return { lines: [error.message] }
    throw error
  }
}

/** The card that is meant, several that could be, or null. */
async function cardMeant(
  desk: DeskContext,
  event: Inbound,
  by: Principal,
  bare: boolean,
): Promise<FlagRow | { among: FlagRow[] } | null> {
  const { channel, conversation, replyTo } = event
  if (replyTo !== undefined) return cardRepliedTo(desk, event, replyTo, by)
  return desk.sql.read(function* () {
    const open = []
    for (const { flag, row, sentMs } of yield* cardsShown(channel, by.id)) {
      const found = yield* flagById(flag)
      if (found?.state === 'open') open.push({ flag: found, row, sentMs })
    }
    const [newest, next] = open
    if (!newest) return null
    const asks = (yield* waitingIn(conversation)).some((one) => one.task.principal.id === by.id)
    if (bare && asks && (yield* lastSaid(channel, conversation)) > newest.row) return null
    if (next && newest.sentMs - next.sentMs < AT_ONCE_MS) return { among: open.map(({ flag }) => flag) }
    return newest.flag
  })
}

/** A reply names the provider's message, or the ticket its button carried. */
async function cardRepliedTo(
  desk: DeskContext,
  { channel, conversation }: Inbound,
  replyTo: string,
  by: Principal,
): Promise<FlagRow | null> {
  const flag = await desk.sql.read(function* () {
    const sent = (yield* sentAs(channel, `flags:${by.id}`, replyTo)) ?? (yield* sentAs(channel, conversation, replyTo))
    return sent?.flag ? yield* flagById(sent.flag) : sent && null
  })
  if (flag !== undefined) return flag
  const ticketed = await flagOfTicket(desk, replyTo).catch((error: unknown) => {
    if (error instanceof DeskError && !error.retry) return null
    throw error
  })
  return ticketed?.flag ?? null
}

async function decisionOn(desk: DeskContext, flag: FlagRow, typed: TypedVerb, by: Principal): Promise<Typed> {
  const plan = await desk.sql.read(() => actionsOf(flag.task))
  const note = noteOf(typed)
  const decision = { flag: flag.id, verb: typed.verb, plan: planHash(plan), ...(note !== null && { note }) }
  if (typed.verb !== 'edit') return { decision }
  checkOpenTo(desk, flag, by)
  const fields = editFields(plan, await actionContext(desk, by, [plan.map(({ args, before }) => [args, before])]))
  if (fields.length === 0)
    throw new DeskError('BAD_EDIT', { problem: 'nothing of it can be changed; approve or decline it' })
  if (typed.rest === '') return { lines: [flag.body.headline, formText(fields)] }
  const editor = { zone: by.zone, nowMs: desk.clock.nowMs(), dateOrder: desk.policy().company.dateOrder }
  const edit = editFrom(plan, filledForm(fields, typed.rest, editor), by.zone)
  await checkedEdits(desk, flag, edit, by)
  return { decision: { ...decision, edit } }
}

const whichOf = (flags: readonly FlagRow[], { verb }: TypedVerb): string[] => [
  `${flags.length} decisions wait here. Reply to the one you mean, or name it:`,
  ...flags.map(({ id, body }) =>
    verb === 'edit' ? `${body.headline}` : `"${verb.replace('_', ' ')} ${id}" for: ${body.headline}`,
  ),
]
