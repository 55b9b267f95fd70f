import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { DecisionVerb } from '#kernel/inbound.ts'
import { cut } from '#kernel/pieces.ts'
import type { Choice } from '#kernel/ruling.ts'

/** Longest id of a button or form. */
const ID_LENGTH = 100
const LABEL_LENGTH = 80
const ROW = 5
const ROWS = 5

/** What stands for tomorrow morning among the times to snooze. */
export const TOMORROW = 'tomorrow'
const SNOOZE_TIMES = [
  { label: '30 minutes', value: '30' },
  { label: '2 hours', value: '120' },
  { label: 'Tomorrow 09:00', value: TOMORROW },
]

export type Button = APIButtonComponentWithCustomId
export type Row = APIActionRowComponent<Button | APIStringSelectComponent>

/** What a button or form says when it is used: its kind, and a ticket or what is said. */
export const idOf = (kind: string, carries: string): string => `${kind}:${carries}`
/** The two halves of such an id, or null. */
export function partsOf(id: string): { kind: string; carries: string } | null {
  const at = id.indexOf(':')
  return at > 0 ? { kind: id.slice(0, at), carries: id.slice(at + 1) } : null
}

type Style = APIButtonComponentWithCustomId['style']
const STYLES: Partial<Record<DecisionVerb, Style>> = { approve: ButtonStyle.Success, decline: ButtonStyle.Danger }

export const button = (id: string, label: string, style: Style = ButtonStyle.Secondary): Button => ({
  type: ComponentType.Button,
  style,
  custom_id: id,
  label: cut(label, LABEL_LENGTH) || '…',
})

/** One decision by each; what it carries is the ticket and nothing else. */
export const decision = (verb: DecisionVerb, label: string, ticket: string): Button =>
  button(idOf(verb, ticket), label, STYLES[verb])

/** A button that says something for whoever taps it. */
export const saying = ({ label, value }: Choice, at: number): Button => button(idOf(`say.${at}`, value), label)

/** Buttons that say something. What is too long to be carried has to be typed. */
export const sayings = (choices: readonly Choice[]): Button[] =>
  choices.map(saying).filter(({ custom_id }) => custom_id.length <= ID_LENGTH)

/** Buttons in rows, as far as there is room. */
export function rowsOf(buttons: readonly Button[]): Row[] {
  const rows: Row[] = []
  for (let at = 0; at < buttons.length && rows.length < ROWS; at += ROW)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + ROW) })
  return rows
}

/** A list of which one is picked, or several. */
export const listRow = (
  id: string,
  placeholder: string,
  options: APIStringSelectComponent['options'],
  most = 1,
): Row => ({
  type: ComponentType.ActionRow,
  components: [
    { type: ComponentType.StringSelect, custom_id: id, placeholder, options, min_values: 1, max_values: most },
  ],
})

export const snoozeRow = (ticket: string): Row => listRow(idOf('snooze', ticket), 'Snooze', SNOOZE_TIMES)
