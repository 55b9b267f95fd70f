import {
  type APICheckboxComponent,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord.js'
import { cut } from '#kernel/pieces.ts'
import type { CardField, CardForm } from '#ports/channel.ts'
import type { Form } from '../receive/bodies.ts'
import { idOf, listRow, type Row } from '../send/buttons.ts'

/** Inputs of one form, options of one list, and how long their texts may be. */
const INPUTS = 5
const OPTIONS = 25
const TITLE_LENGTH = 45
const VALUE_LENGTH = 4000
const OPTION_LENGTH = 100
const REASON_LENGTH = 500

/** Kind of the list from which is picked what to change. */
export const FIELDS = 'fields'
const REASON = 'reason'

type Modal = APIModalInteractionResponseCallbackData

/**
 * What a card proposes, to be changed. Sending it approves what stands in it; what it does not speak of stays as proposed.
 * @param chosen names of the fields to show; none: all
 */
export function editForm({ zone, fields }: CardForm, ticket: string, chosen: readonly string[]): Modal {
  const shown = chosen.length === 0 ? fields : fields.filter(({ name }) => chosen.includes(name))
  return {
    custom_id: idOf('edit', ticket),
    title: 'Edit and approve',
    components: shown.slice(0, INPUTS).map((field) => inputOf(field, zone)),
  }
}

/** A list of what may be changed, where that is more than one form holds; else null. */
export function pickRow({ fields }: CardForm, ticket: string): Row | null {
  if (fields.length <= INPUTS) return null
  const options = fields.slice(0, OPTIONS).map(({ name, label, value }) => ({
    label: cut(label, OPTION_LENGTH),
    value: name,
    ...(value && { description: cut(value, OPTION_LENGTH) }),
  }))
  return listRow(idOf(FIELDS, ticket), 'What to change', options, INPUTS)
}

const inputOf = (field: CardField, zone: string): APILabelComponent => ({
  type: ComponentType.Label,
  label: cut(field.label, TITLE_LENGTH),
  ...(field.type === 'datetime-local' && { description: `Date and time in ${zone}, such as 2026-11-24 15:00` }),
  component: field.type === 'check' ? checkbox(field) : textInput(field),
})

const checkbox = ({ name, value }: CardField): APICheckboxComponent => ({
  type: ComponentType.Checkbox,
  custom_id: name,
  default: value === 'yes',
})

const textInput = ({ name, type, value }: CardField): APITextInputComponent => ({
  type: ComponentType.TextInput,
  custom_id: name,
  style: value.length > 100 || value.includes('\n') ? TextInputStyle.Paragraph : TextInputStyle.Short,
  required: type !== 'emails',
  max_length: VALUE_LENGTH,
  ...(value && { value: cut(type === 'datetime-local' ? value.replace('T', ' ') : value, VALUE_LENGTH) }),
})

/** Asks why a card is declined; nothing needs to be said. */
export const declineForm = (ticket: string): Modal => ({
  custom_id: idOf('decline', ticket),
  title: 'Decline',
  components: [
    {
      type: ComponentType.Label,
      label: 'Reason, for the record',
      component: {
        type: ComponentType.TextInput,
        custom_id: REASON,
        style: TextInputStyle.Paragraph,
        required: false,
        max_length: REASON_LENGTH,
      },
    },
  ],
})

/** `2026-11-24 15:00` as the desk reads it. */
const DAY_AND_TIME = /^(\d{4}-\d\d-\d\d) +(\d\d:\d\d)$/

/** The fields of a form that was sent, as the desk reads them. */
export const fieldsOf = ({ data }: Form): Record<string, string> =>
  Object.fromEntries(
    data.components.flatMap(({ component }) => {
      if (!component) return []
      const { custom_id: name, value } = component
      return [
        [name, typeof value === 'boolean' ? (value ? 'yes' : '') : (value ?? '').trim().replace(DAY_AND_TIME, '$1T$2')],
      ]
    }),
  )

/** Why a card was declined, or undefined. */
export const reasonOf = (form: Form): string | undefined => fieldsOf(form)[REASON]?.slice(0, REASON_LENGTH) || undefined
