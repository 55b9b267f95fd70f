import { ApplicationCommandType, InteractionType } from 'discord.js'
import { z } from 'zod'
import { cleanLine } from '#kernel/display.ts'
import { DecisionVerb, type InboundDraft, type Press } from '#kernel/inbound.ts'
import { cut } from '#kernel/pieces.ts'
import type { CardForm } from '#ports/channel.ts'
import { asPassing } from '../rest.ts'
import { partsOf } from '../send/buttons.ts'
import { declineForm, editForm, FIELDS, fieldsOf, pickRow, reasonOf } from '../views/forms.ts'
import { LEFT_ALONE, type Wiring } from '../wiring.ts'
import { Command, Form, type Interaction, subcommandOf, Tap, userOf } from './bodies.ts'
import { fromCommand, fromHandOver, nameOfVerb } from './command.ts'
import { fromPress, fromSaying, pressOf, roleHolder } from './press.ts'
import { respond } from './respond.ts'

/** Said where a command was typed: others do not see the answer. */
export const ANSWERED_ALONE = 'Got it; the answer comes in our direct messages.'
const ANSWERED_HERE = 'Got it.'
const OLD_BUTTON = 'This button is of another version of the desk. Please say it in words.'
const NOT_HANDED = 'That message cannot be handed to the desk.'
const NOT_KEPT = 'That could not be kept just now. Please try again in a moment.'

const Kind = z.object({ type: z.number() })

/** Takes what somebody did with a command, a button or a form. It answers them itself, and throws nothing. */
export async function onInteraction(discord: Wiring, body: unknown): Promise<void> {
  try {
    switch (Kind.parse(body).type) {
      case InteractionType.ApplicationCommand:
        return await onCommand(discord, Command.parse(body))
      case InteractionType.MessageComponent:
        return await onTap(discord, Tap.parse(body))
      case InteractionType.ApplicationCommandAutocomplete:
        return await complete(discord, Command.parse(body))
      case InteractionType.ModalSubmit:
        return await onForm(discord, Form.parse(body))
      default:
        return leave(discord, 'unknown_interaction')
    }
  } catch (error) {
    if (error instanceof z.ZodError) return leave(discord, 'malformed')
    discord.kit.log.warn({ code: asPassing(error).code }, 'something done on Discord was not taken')
  }
}

function leave({ kit }: Wiring, reason: string): void {
  kit.log.info({ reason }, LEFT_ALONE)
}

async function onCommand(discord: Wiring, command: Command): Promise<void> {
  await respond.working(discord, command)
  const isTyped = command.data.type === ApplicationCommandType.ChatInput
  const refused = await kept(discord, async () =>
    isTyped ? fromCommand(discord, command) : await fromHandOver(discord, command),
  )
  await respond.finish(discord, command, refused ?? (command.guild_id ? ANSWERED_ALONE : ANSWERED_HERE))
}

/** Discord lists so many, in so many characters. */
const LISTED = 25
const LISTED_LENGTH = 100

/** What an option may be completed with: for members, and as far as it holds what is typed. */
async function complete(discord: Wiring, command: Command): Promise<void> {
  const subcommand = subcommandOf(command)
  const about = discord.kit.verbs().find(({ verb }) => nameOfVerb(verb) === subcommand?.name)?.about
  const member = discord.directory.memberOf(userOf(command).id)
  const named = about && member ? await discord.desk.named(member.id, about) : []
  const typed = String(subcommand?.options.find(({ focused }) => focused)?.value ?? '').toLowerCase()
  const fitting = named.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(typed))
  const choices = fitting.map(({ label, value }) => ({ name: cut(cleanLine(label), LISTED_LENGTH) || value, value }))
  return respond.choices(discord, command, choices.slice(0, LISTED))
}

async function onTap(discord: Wiring, tap: Tap): Promise<void> {
  const { kind, carries } = partsOf(tap.data.custom_id) ?? { kind: '', carries: '' }
  const verb = DecisionVerb.safeParse(kind).data
  if (kind.startsWith('say.')) return taken(discord, tap, () => fromSaying(discord, tap, kind, carries))
  if (kind === FIELDS) return openForm(discord, tap, 'edit', carries)
  if (verb === 'edit' || verb === 'decline') return openForm(discord, tap, verb, carries)
  if (verb) return taken(discord, tap, async () => pressOf(discord, tap, verb, carries))
  leave(discord, 'unknown_button')
  return respond.say(discord, tap, OLD_BUTTON)
}

/** A form is the first answer or none, so nothing is said before it. */
async function openForm(discord: Wiring, tap: Tap, verb: 'edit' | 'decline', ticket: string): Promise<void> {
  const form = await formFor(discord, tap, ticket)
  if ('closed' in form) return respond.say(discord, tap, form.closed)
  if (verb === 'decline') return respond.form(discord, tap, declineForm(ticket))
  const chosen = tap.data.values
  const pick = chosen.length === 0 ? pickRow(form, ticket) : null
  if (pick)
    return respond.say(discord, tap, 'What do you want to change? Pick up to five; the rest stays as proposed.', [pick])
  return respond.form(discord, tap, editForm(form, ticket, chosen))
}

/** The form of a card for whoever tapped: as themselves, else for the member whose role they hold. */
async function formFor(discord: Wiring, by: Interaction, ticket: string): Promise<CardForm | { closed: string }> {
  const own = await discord.desk.editForm(ticket, discord.directory.memberOf(userOf(by).id)?.id ?? '')
  const other = 'closed' in own ? roleHolder(discord, by) : null
  return other ? discord.desk.editForm(ticket, other.id) : own
}

async function onForm(discord: Wiring, form: Form): Promise<void> {
  const { kind, carries: ticket } = partsOf(form.data.custom_id) ?? { kind: '', carries: '' }
  const reason = reasonOf(form)
  const press: Press | null =
    kind === 'edit'
      ? { ticket, verb: 'edit', fields: fieldsOf(form) }
      : kind === 'decline'
        ? { ticket, verb: 'decline', ...(reason && { note: reason }) }
        : null
  if (press) return taken(discord, form, async () => fromPress(discord, form, press, form.id))
  leave(discord, 'unknown_form')
  return respond.say(discord, form, OLD_BUTTON)
}

/** What is to be kept of something that was done; null: nothing, it is not to be handed in. */
type Made = () => Promise<InboundDraft | null>

/** Answers at once, keeps it, and says where it could not be kept. */
async function taken(discord: Wiring, by: Interaction, make: Made): Promise<void> {
  await respond.taken(discord, by)
  const refused = await kept(discord, make)
  if (refused !== null) await respond.add(discord, by, refused)
}

/** Hands it in; a sentence where it was not kept. */
async function kept(discord: Wiring, make: Made): Promise<string | null> {
  try {
    const draft = await make()
    if (draft) await discord.desk.receive(draft)
    else leave(discord, 'not_to_be_handed')
    return draft ? null : NOT_HANDED
  } catch (error) {
    const fault = asPassing(error)
    discord.kit.log.info({ reason: fault.code }, 'something done on Discord was not taken')
    return fault.retry ? NOT_KEPT : fault.message
  }
}
