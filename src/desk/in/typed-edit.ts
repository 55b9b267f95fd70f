import { DeskError } from '#kernel/errors.ts'
import { toMs } from '#kernel/time.ts'
import { readWhen } from '#language/when.ts'
import type { EditField } from '../views/edit-fields.ts'

/** Who edits: where they are, and when. */
interface Editor {
  zone: string
  nowMs: number
  dateOrder: 'dmy' | 'mdy' | 'ymd'
}

const foldLabel = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A form as it is written out where there are none. */
export const formText = (fields: readonly EditField[]): string =>
  [
    'This can be changed, one line each:',
    ...fields.map(({ label, value }) => `2 ${label.replaceAll(':', '')}: ${value.replace('T', ' ')}`),
  ].join('\n')

/**
 * The fields of a form with what lines of `label: value` change of it. A beginning that is moved takes its end along.
 * @throws DeskError BAD_EDIT for a label that is none, or a time that cannot be read
 */
export function filledForm(fields: readonly EditField[], lines: string, editor: Editor): Record<string, string> {
  const form = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  const moved = new Set<string>()
  for (const line of lines.split('\n').filter((one) => one.trim() !== '')) {
    const [, label = '', value = ''] = /^\s*(?:2\s+)?([^:]{1,60}):\s*(.*)$/.exec(line) ?? []
    const field = fieldOf(fields, label)
    if (!field)
      throw new DeskError('BAD_EDIT', { problem: `"${(label || line).trim().slice(0, 40)}" is nothing it has` })
    form[field.name] = written(field, value.trim(), editor)
    moved.add(field.name)
  }
  for (const { name, value } of fields.filter((one) => one.name.endsWith('.start'))) {
    const end = fields.find((one) => one.name === name.replace(/start$/, 'end'))
    if (end && moved.has(name) && !moved.has(end.name))
      form[end.name] = later(end.value, minutesBetween(value, form[name] ?? value))
  }
  return form
}

/** By its whole label, else the one that begins so. */
function fieldOf(fields: readonly EditField[], label: string): EditField | undefined {
  const said = foldLabel(label)
  if (said === '') return undefined
  return (
    fields.find((field) => foldLabel(field.label) === said) ??
    fields.find((field) => foldLabel(field.label).startsWith(said) || field.name.endsWith(`.${said}`))
  )
}

function written({ type, label }: EditField, value: string, { zone, nowMs, dateOrder }: Editor): string {
  if (type !== 'datetime-local' && type !== 'date') return value
  const length = type === 'date' ? 10 : 16
  const wall = value.replace(' ', 'T').slice(0, length)
  if (!Number.isNaN(toMs(wall, zone)) && wall.length === length) return wall
  const [found, ...others] = readWhen(value, { nowMs, zone, locale: 'en-GB', dateOrder })
  const isClear =
    found && found.startMs !== null && others.length === 0 && found.dated && (found.clocked || type === 'date')
  if (!isClear || found.startMs === null)
    throw new DeskError('BAD_EDIT', {
      problem: `${label.toLowerCase()} needs a day and a time, such as 2026-11-26 14:00`,
    })
  return wallText(found.startMs, zone).slice(0, length)
}

/** `2026-11-24T15:00` on the wall of a zone. */
const wallText = (ms: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(ms)
    .replace(' ', 'T')

/** Both on the same wall, so any zone tells how far they are apart. */
const wallMs = (wall: string): number => toMs(wall.length === 10 ? `${wall}T00:00` : wall, 'Etc/UTC')
const minutesBetween = (from: string, to: string): number => wallMs(to) - wallMs(from)
const later = (wall: string, byMs: number): string => wallText(wallMs(wall) + byMs, 'Etc/UTC').slice(0, wall.length)
