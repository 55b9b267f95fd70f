import type { ActionContext } from '#kernel/actions/definition.ts'
import { DeskError } from '#kernel/errors.ts'
import { type Attendee, EventDraft } from '#kernel/event.ts'
import { toIso, toMs } from '#kernel/time.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { isFieldChange } from '../act/conflict.ts'
import { recordEdit, recordFields } from './record-fields.ts'

/** One thing of a proposal that a person may change before saying yes. */
export interface EditField {
  /** `<position>.<field>`: the position of the action in the proposal. */
  name: string
  label: string
  /** A check holds `yes` or nothing. */
  type: 'text' | 'datetime-local' | 'date' | 'emails' | 'check'
  value: string
  /** Of a field of a record: what stands there, what shall, and the words that came from. */
  change?: { before: string | null; after: string | null; from: string | null }
}

type Span = { start: string; end: string }

/** What can be edited of a proposal, times on the wall of the editor's zone; empty where a form would be of no use. */
export function editFields(plan: readonly ActionRow[], editor: ActionContext): EditField[] {
  return proposed(plan).flatMap((action, at) => fieldsOf(action, `${at}.`, editor))
}

const proposed = (plan: readonly ActionRow[]): ActionRow[] => plan.filter((action) => action.status === 'proposed')

/** Whether a form would be of use. */
export const isEditable = (plan: readonly ActionRow[]): boolean =>
  proposed(plan).some((action) => isFieldChange(action.kind) || ownFields(action, '', 'Etc/UTC').length > 0)

const fieldsOf = (action: ActionRow, at: string, editor: ActionContext): EditField[] =>
  isFieldChange(action.kind) ? recordFields(action, at, editor) : ownFields(action, at, editor.zone)

function ownFields({ kind, args }: ActionRow, at: string, zone: string): EditField[] {
  if (kind === 'message.send') return [{ name: `${at}text`, label: 'Text', type: 'text', value: String(args.text) }]
  if (kind === 'calendar.move') return spanFields(args as Span, at, zone)
  const moved = kind === 'calendar.split' ? (args.change as Partial<Span>) : null
  if (moved?.start && moved.end) return spanFields({ start: moved.start, end: moved.end }, at, zone)
  if (kind !== 'calendar.create') return []
  const event = EventDraft.parse(args.event)
  return [
    { name: `${at}title`, label: 'Title', type: 'text', value: event.title },
    ...spanFields(event, at, zone),
    {
      name: `${at}attendees`,
      label: 'Guests, one address after another',
      type: 'emails',
      value: event.attendees.map((one) => one.address).join(', '),
    },
  ]
}

function spanFields({ start, end }: Span, at: string, zone: string): EditField[] {
  const type = start.length === 10 ? 'date' : 'datetime-local'
  const shown = (moment: string) => (type === 'date' ? moment : wallText(toMs(moment), zone))
  return [
    { name: `${at}start`, label: 'Starts', type, value: shown(start) },
    { name: `${at}end`, label: 'Ends', type, value: shown(end) },
  ]
}

/** `2026-11-24T15:00` on the wall of a zone, as a date and time field holds it. */
const wallText = (ms: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(ms)
    .replace(' ', 'T')

/**
 * The edit of a decision, by position, from what a form holds.
 * @throws DeskError BAD_EDIT
 */
export function editFrom(plan: readonly ActionRow[], form: Readonly<Record<string, string>>, zone: string): unknown[] {
  return proposed(plan).map((action, at) => {
    const given = (field: string) => form[`${at}.${field}`]?.trim()
    if (isFieldChange(action.kind)) return recordEdit(action, given)
    if (action.kind === 'message.send') return given('text') ? { text: given('text') } : null
    if (action.kind === 'calendar.move') return spanFrom(given, zone)
    if (action.kind === 'calendar.split') return { change: spanFrom(given, zone) }
    if (action.kind !== 'calendar.create') return null
    const event = EventDraft.parse(action.args.event)
    return {
      event: {
        ...spanFrom(given, zone),
        ...(given('title') !== undefined && { title: given('title') }),
        ...(given('attendees') !== undefined && {
          attendees: attendeesFrom(given('attendees') ?? '', event.attendees),
        }),
      },
    }
  })
}

function spanFrom(given: (field: string) => string | undefined, zone: string): Partial<Span> {
  const read = (field: 'start' | 'end'): string | undefined => {
    const text = given(field)
    if (text === undefined) return undefined
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return text
    const ms = toMs(text, zone)
    if (Number.isNaN(ms)) throw new DeskError('BAD_EDIT', { problem: `${field} is no date and time` })
    return toIso(ms)
  }
  const [start, end] = [read('start'), read('end')]
  if (start && end && start >= end) throw new DeskError('BAD_EDIT', { problem: 'it ends before it starts' })
  return { ...(start && { start }), ...(end && { end }) }
}

function attendeesFrom(text: string, before: readonly Attendee[]): Attendee[] {
  const addresses = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  const wrong = addresses.find((address) => !/^[^@\s]+@[^@\s]+$/.test(address))
  if (wrong) throw new DeskError('BAD_EDIT', { problem: `"${wrong.slice(0, 80)}" is no e-mail address` })
  return [...new Set(addresses)].map(
    (address) => before.find((one) => one.address === address) ?? { address, name: null, reply: 'needs_action' },
  )
}
