import { z } from 'zod'
import { DeskError } from '#kernel/errors.ts'
import type { InboundDraft } from '#kernel/inbound.ts'
import { DecisionVerb } from '#kernel/inbound.ts'
import { CARD_ACTION, DECLINE_FORM, EDIT_FORM, SAY_ACTION } from '../send/actions.ts'
import { closedForm, declineForm, editForm, fieldsOf, reasonOf } from '../views/forms.ts'
import { homeView } from '../views/home.ts'
import { showPrompts } from '../views/prompts.ts'
import { refusalOf } from '../web.ts'
import { LEFT_ALONE, type Wiring } from '../wiring.ts'
import { type Action, ButtonBody, CommandBody, EventBody, FormBody, ShortcutBody } from './bodies.ts'
import { ANSWERED_ALONE, fromCommand, fromShortcut, HAND_OVER } from './command.ts'
import { fromMessage } from './message.ts'
import { fromPress, fromSaying, pressOf } from './press.ts'
import { noteShared } from './shared.ts'

/** What Slack is told when something is acknowledged; nothing is the usual answer. */
export type Answer = Record<string, unknown> | undefined

const Kind = z.object({ type: z.string().optional(), command: z.string().optional() })

/**
 * Takes whatever Slack delivers; when this resolves it is journaled, and Slack may be told so. What is not for the desk is left
 * alone, with one line in the log.
 * @throws DeskError DISK_FULL, INTEGRATION_DOWN, RATE_LIMITED: not acknowledged, so that Slack delivers it again
 */
export async function handle(slack: Wiring, body: unknown): Promise<Answer> {
  const { type, command } = Kind.catch({}).parse(body)
  try {
    if (command !== undefined) return await onCommand(slack, CommandBody.parse(body))
    switch (type) {
      case 'event_callback':
        return await onEvent(slack, EventBody.parse(body))
      case 'block_actions':
        return await onButton(slack, ButtonBody.parse(body))
      case 'view_submission':
        return await onForm(slack, FormBody.parse(body))
      case 'message_action':
        return await onShortcut(slack, ShortcutBody.parse(body))
      default:
        return ignore(slack, 'unknown_type')
    }
  } catch (error) {
    if (error instanceof z.ZodError) return ignore(slack, 'malformed')
    throw error
  }
}

function ignore({ kit }: Wiring, reason: string): undefined {
  kit.log.info({ reason }, LEFT_ALONE)
}

async function onEvent(slack: Wiring, body: EventBody): Promise<Answer> {
  const { event } = body
  switch (event.type) {
    case 'message':
    case 'app_mention':
      return slack.arrivals.run(
        event.channel ?? '',
        async () => {
          await noteShared(slack, body)
          return fromMessage(slack, body)
        },
        async (draft) => (draft ? take(slack, draft) : undefined),
      )
    case 'app_home_opened':
      if (event.tab !== 'messages' && event.user) later(slack, showHome(slack, event.user))
      return undefined
    case 'assistant_thread_started':
      if (event.assistant_thread) later(slack, showPrompts(slack, event.assistant_thread))
      return undefined
    // What is looked at beside the pane changes nothing; what is written in it comes as messages.
    case 'assistant_thread_context_changed':
      return undefined
    default:
      return ignore(slack, 'unknown_event')
  }
}

async function onCommand(slack: Wiring, body: CommandBody): Promise<Answer> {
  await take(slack, await fromCommand(slack, body))
  return body.channel_id.startsWith('D') ? undefined : { response_type: 'ephemeral', text: ANSWERED_ALONE }
}

async function onShortcut(slack: Wiring, body: ShortcutBody): Promise<Answer> {
  const draft = body.callback_id === HAND_OVER ? await fromShortcut(slack, body) : null
  return draft ? take(slack, draft) : ignore(slack, 'not_to_be_handed')
}

async function onButton(slack: Wiring, body: ButtonBody): Promise<Answer> {
  const [action] = body.actions
  if (!action) return undefined
  if (SAY_ACTION.test(action.action_id)) return take(slack, await fromSaying(slack, body, action))
  const verb = CARD_ACTION.exec(action.action_id)?.[1]
  if (!verb) return ignore(slack, 'unknown_button')
  if (verb === 'edit' || verb === 'decline') {
    later(slack, openForm(slack, body, verb, action))
    return undefined
  }
  return pressed(slack, body, await pressOf(slack, body.user.id, DecisionVerb.parse(verb), action))
}

/** A press of what is no card any more is answered to whoever pressed, alone. */
async function pressed(slack: Wiring, { container, user }: ButtonBody, draft: InboundDraft): Promise<Answer> {
  try {
    return await take(slack, draft)
  } catch (error) {
    if (!(error instanceof DeskError) || error.retry) throw error
    const { channel_id: channel } = container
    if (channel) later(slack, slack.web.chat.postEphemeral({ channel, user: user.id, text: error.message }))
    return undefined
  }
}

async function openForm(slack: Wiring, body: ButtonBody, verb: 'edit' | 'decline', action: Action): Promise<void> {
  const { trigger_id: trigger, user } = body
  const ticket = action.value ?? ''
  if (!trigger) return
  const member = await slack.directory.memberOf(user.id)
  const form = await slack.desk.editForm(ticket, member?.id ?? '')
  const view =
    'closed' in form ? closedForm(form.closed) : verb === 'edit' ? editForm(form, ticket) : declineForm(ticket)
  await slack.web.views.open({ trigger_id: trigger, view })
}

async function onForm(slack: Wiring, body: FormBody): Promise<Answer> {
  const { view, user } = body
  const ticket = view.private_metadata
  const reason = reasonOf(body)
  const press =
    view.callback_id === EDIT_FORM
      ? { ticket, verb: 'edit' as const, fields: fieldsOf(body) }
      : view.callback_id === DECLINE_FORM
        ? { ticket, verb: 'decline' as const, ...(reason && { note: reason }) }
        : null
  if (!press) return ignore(slack, 'unknown_form')
  try {
    return await take(slack, await fromPress(slack, user.id, press, view.id))
  } catch (error) {
    if (!(error instanceof DeskError) || error.retry) throw error
    const [field] = Object.keys(view.state.values)
    if (error.code !== 'BAD_EDIT' || !field) return { response_action: 'update', view: closedForm(error.message) }
    return { response_action: 'errors', errors: { [field]: error.message } }
  }
}

async function take(slack: Wiring, draft: InboundDraft): Promise<undefined> {
  await slack.desk.receive(draft)
}

/** Draws somebody's page anew; strangers to the desk have none. */
export async function showHome(slack: Wiring, user: string): Promise<void> {
  const member = await slack.directory.memberOf(user)
  const home = member && (await slack.desk.home(member.id))
  if (!home) return
  slack.shown.add(user)
  await slack.web.views.publish({ user_id: user, view: homeView(home) })
}

/** What is shown and not kept is done beside the acknowledgement, which must not wait for it. */
export function later({ kit }: Pick<Wiring, 'kit'>, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    kit.log.warn({ problem: refusalOf(error)?.error ?? 'no_answer' }, 'Slack did not show something')
  })
}
