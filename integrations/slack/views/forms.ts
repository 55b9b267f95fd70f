import type { types } from '@slack/bolt'
import { cut } from '#kernel/pieces.ts'
import { toIso, toMs } from '#kernel/time.ts'
import { SECOND_MS } from '#kernel/units.ts'
import type { CardField, CardForm } from '#ports/channel.ts'
import type { FormBody } from '../receive/bodies.ts'
import { DECLINE_FORM, EDIT_FORM } from '../send/actions.ts'
import { section } from '../send/blocks.ts'
import { cutEscaped } from '../send/mrkdwn.ts'

const TEXT_LENGTH = 3000
const INPUT = 'value'
const REASON = 'reason'

const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false })

/** What a card proposes, to be changed. Saving it approves what stands in it. */
export const editForm = ({ headline, zone, fields }: CardForm, ticket: string): types.ModalView => ({
  type: 'modal',
  callback_id: EDIT_FORM,
  private_metadata: ticket,
  title: plain('Edit and approve'),
  submit: plain('Save and approve'),
  close: plain('Cancel'),
  blocks: [section(cutEscaped(headline, TEXT_LENGTH)), ...fields.map((field) => inputOf(field, zone))],
})

const inputOf = (field: CardField, zone: string): types.InputBlock => ({
  type: 'input',
  block_id: field.name,
  label: plain(field.label),
  optional: field.type === 'emails' || field.type === 'check',
  element: elementOf(field, zone),
})

function elementOf({ type, value }: CardField, zone: string): types.InputBlock['element'] {
  if (type === 'date') return { type: 'datepicker', action_id: INPUT, initial_date: value }
  if (type === 'datetime-local')
    return { type: 'datetimepicker', action_id: INPUT, initial_date_time: Math.floor(toMs(value, zone) / SECOND_MS) }
  if (type === 'check') {
    const options = [{ text: plain('Write it'), value: 'yes' }]
    return { type: 'checkboxes', action_id: INPUT, options, ...(value === 'yes' && { initial_options: options }) }
  }
  const initial = cut(value, TEXT_LENGTH)
  return {
    type: 'plain_text_input',
    action_id: INPUT,
    max_length: TEXT_LENGTH,
    ...(initial && { initial_value: initial }),
  }
}

/** Asks why a card is declined; nothing needs to be said. */
export const declineForm = (ticket: string): types.ModalView => ({
  type: 'modal',
  callback_id: DECLINE_FORM,
  private_metadata: ticket,
  title: plain('Decline'),
  submit: plain('Decline'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: REASON,
      optional: true,
      label: plain('Reason, for the record'),
      element: { type: 'plain_text_input', action_id: INPUT, multiline: true, max_length: 500 },
    },
  ],
})

/** In the place of a form: why there is none. */
export const closedForm = (why: string): types.ModalView => ({
  type: 'modal',
  title: plain('Nothing to decide'),
  close: plain('Close'),
  blocks: [section(cutEscaped(why, TEXT_LENGTH))],
})

/** The fields of a form that was sent, as the desk reads them. */
export const fieldsOf = ({ view }: FormBody): Record<string, string> =>
  Object.fromEntries(
    Object.entries(view.state.values).map(([name, inputs]) => {
      const { value, selected_date, selected_date_time, selected_options } = inputs[INPUT] ?? {}
      const moment = selected_date_time ? toIso(selected_date_time * SECOND_MS) : null
      return [name, moment ?? selected_date ?? value ?? selected_options?.[0]?.value ?? '']
    }),
  )

/** Why a card was declined, or undefined. */
export const reasonOf = (form: FormBody): string | undefined => fieldsOf(form)[REASON]?.slice(0, 500) || undefined
