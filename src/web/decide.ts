import { redeemDecision } from '#desk/views/decision-ids.ts'
import { editFor } from '#desk/views/edit-for.ts'
import { type Receipt, receiptById } from '#desk/views/flags.ts'
import { ownConversation, type Viewer } from '#desk/views/viewer.ts'
import { DeskError } from '#kernel/errors.ts'
import { type Decision, DecisionVerb } from '#kernel/inbound.ts'
import type { ConsoleParts } from './parts.ts'
import { say, senderOf } from './say.ts'

/** A decision as a form or a program sends it. */
export interface DecisionForm {
  /** The one-use id the card was drawn with. */
  decision: string
  verb: string
  /** Reason of a decline, minutes of a snooze. */
  note: string | undefined
  /** Edited fields as `<position>.<field>`, times on the viewer's wall. */
  fields: Readonly<Record<string, string>>
}

export interface DecisionOutcome {
  /** Null for a snooze: the flag stays open. */
  receipt: Receipt | null
  reply: string | null
}

/**
 * Decides a flag, once. It is decided when this resolves, unless it was snoozed.
 * @throws DeskError USAGE, FLAG_NOT_FOUND, FLAG_DECIDED, FLAG_EXPIRED, CARD_CHANGED, BAD_EDIT, NOT_ALLOWED, DISK_FULL
 */
export async function decide(
  parts: ConsoleParts,
  viewer: Viewer,
  flag: string,
  form: DecisionForm,
): Promise<DecisionOutcome> {
  const desk = parts.desk.context
  const verb = DecisionVerb.safeParse(form.verb)
  if (!verb.success)
    throw new DeskError('USAGE', { problem: `A decision is one of ${DecisionVerb.options.join(', ')}.` })
  // An edit is read before the id is used, so that a slip of the pen does not cost the card.
  const edit = verb.data === 'edit' ? await editFor(desk, flag, form.fields, viewer) : undefined
  const name = await redeemDecision(desk, form.decision, flag, viewer)
  const decision: Decision = {
    flag,
    verb: verb.data,
    ...(edit && { edit }),
    ...(form.note && { note: form.note.slice(0, 500) }),
  }
  const said = await say(parts, {
    id: `decision-${name}`,
    conversation: ownConversation(viewer),
    from: senderOf(viewer),
    text: '',
    decision,
  })
  const receipt = await receiptById(desk, flag)
  if (!receipt && verb.data !== 'snooze' && said.settled)
    throw new DeskError('NOT_ALLOWED', { why: said.reply ?? 'the desk did not take it' })
  return { receipt, reply: said.reply }
}
