import { DeskError } from './errors.ts'
import { canonical } from './ids.ts'
import { DRAFTS, type FieldOp, type RecordKind } from './record.ts'

const OWN = 'custom.'

type Fields = Readonly<Record<string, unknown>>

/**
 * The fields of a record after a change set. A field that already says what it should is left; a field of the team's own
 * that becomes null is taken off.
 * @param what how the record is called in messages
 * @throws DeskError CONFLICT where a field is not as the writer saw it, NOT_ALLOWED for a field there is none of or a value
 * that it cannot hold
 */
export function applyFieldOps(kind: RecordKind, fields: Fields, ops: readonly FieldOp[], what: string): Fields {
  const after: Record<string, unknown> = { ...fields }
  for (const { path, before, after: wanted } of ops) {
    const now = valueAt(kind, after, path)
    if (canonical(now) === canonical(wanted)) continue
    if (canonical(now) !== canonical(before)) throw new DeskError('CONFLICT', { what: `"${path}" of ${what}` })
    if (path.startsWith(OWN)) after.custom = ownFields(after.custom as Fields, path.slice(OWN.length), wanted)
    else after[path] = wanted
  }
  return checkedFields(kind, after)
}

/** Fields of a kind as a draft holds them, defaults filled in. @throws DeskError NOT_ALLOWED */
export function checkedFields(kind: RecordKind, fields: unknown): Fields {
  const parsed = DRAFTS[kind].safeParse(fields)
  if (parsed.success) {
    const own = Object.keys('custom' in parsed.data ? parsed.data.custom : {})
    const taken = own.find((name) => isField(kind, name) || name.trim() === '')
    if (taken === undefined) return parsed.data
    throw new DeskError('NOT_ALLOWED', { why: `"${taken}" cannot be the name of a field of your own` })
  }
  const [issue] = parsed.error.issues
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : ''
  throw new DeskError('NOT_ALLOWED', { why: `${where}${issue?.message}` })
}

/** What stands at the path of a change; null for nothing. @throws DeskError NOT_ALLOWED for a field there is none of */
export function valueAt(kind: RecordKind, fields: Fields, path: string): unknown {
  if (!isPath(kind, path)) throw new DeskError('NOT_ALLOWED', { why: `a ${kind} has no field "${path}"` })
  if (!path.startsWith(OWN)) return fields[path] ?? null
  const custom = (fields.custom ?? {}) as Fields
  const name = path.slice(OWN.length)
  return Object.hasOwn(custom, name) ? custom[name] : null
}

/** Whether a change may name this path: a field of the kind, or one of the team's own. */
export function isPath(kind: RecordKind, path: string): boolean {
  const { shape } = DRAFTS[kind]
  if (path.startsWith(OWN)) return 'custom' in shape && path.length > OWN.length
  return Object.hasOwn(shape, path) && path !== 'custom'
}

const ownFields = (custom: Fields, name: string, wanted: unknown): Fields =>
  Object.fromEntries([
    ...Object.entries(custom).filter(([own]) => own !== name),
    ...(wanted === null ? [] : [[name, wanted] as const]),
  ])

/** The changes that make a difference to a record as it is. */
export const changing = (kind: RecordKind, fields: Fields, ops: readonly FieldOp[]): FieldOp[] =>
  ops.filter(({ path, after }) => canonical(valueAt(kind, fields, path)) !== canonical(after))

/** The changes whose field is neither as its writer saw it nor already as they want it. */
export const conflicting = (kind: RecordKind, fields: Fields, ops: readonly FieldOp[]): FieldOp[] =>
  changing(kind, fields, ops).filter(({ path, before }) => canonical(valueAt(kind, fields, path)) !== canonical(before))

const isField = (kind: RecordKind, name: string): boolean =>
  ['id', ...Object.keys(DRAFTS[kind].shape)].some((field) => field.toLowerCase() === name.toLowerCase())
