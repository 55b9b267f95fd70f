import type { ActionContext } from '#kernel/actions/definition.ts'
import type { MergedKind, MergeImage } from '#kernel/actions/records/merge.ts'
import { canonical } from '#kernel/ids.ts'
import type { FieldOp } from '#kernel/record.ts'
import { recordName } from '#kernel/record-name.ts'
import type { Crm } from '#ports/crm.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { changeLines, lineOf } from './change-lines.ts'
import { recordFieldsSaid } from './shown-fields.ts'

type Fields = Readonly<Record<string, unknown>>

/** What becomes of two records that are to be one. */
export interface MergePreview {
  kind: MergedKind
  /** The one that stays, and the one that becomes it. */
  kept: string
  gone: string
  /** Each field that either says something in, as it will be, and whose word that is. */
  fields: { label: string; text: string | null; of: 'kept' | 'gone' | 'both' }[]
  /** What hangs on the other one and will hang on the one that stays. */
  moves: string[]
}

const MOST_NAMED = 6

/** The first merge of a plan as a person should see it before they say yes; null where there is none. */
export async function mergePreview(
  crm: Crm,
  plan: readonly ActionRow[],
  context: ActionContext,
): Promise<MergePreview | null> {
  const action = plan.find(({ kind, status }) => kind.endsWith('.merge') && status === 'proposed')
  const image = action?.before as MergeImage<MergedKind> | null | undefined
  if (!action || !image) return null
  const kind = action.kind.split('.')[0] as MergedKind
  const [winner, loser] = [{ ...image.winner }, { ...image.loser }] as [Fields, Fields]
  return {
    kind,
    kept: recordName(kind, winner) ?? `a ${kind}`,
    gone: recordName(kind, loser) ?? `a ${kind}`,
    fields: fieldsOf(kind, winner, loser, action.args.ops as FieldOp[], context),
    moves: await movesOf(crm, kind, String(loser.id), String(loser.name)),
  }
}

function fieldsOf(
  kind: MergedKind,
  winner: Fields,
  loser: Fields,
  ops: readonly FieldOp[],
  context: ActionContext,
): MergePreview['fields'] {
  const taken = changeLines(kind, ops, winner, context).map(({ label, after, ops: [op] }) => ({
    label,
    text: after,
    of: op && canonical(op.after) === canonical(textAt(loser, op.path)) ? ('gone' as const) : ('both' as const),
  }))
  const paths = new Set(ops.map(({ path }) => lineOf(path)))
  const own = recordFieldsSaid(kind, winner, context).filter(({ path }) => !paths.has(path))
  return [...own.map(({ label, text }) => ({ label, text, of: 'kept' as const })), ...taken]
}

const textAt = (record: Fields, path: string): unknown =>
  path.startsWith('custom.') ? (record.custom as Fields | undefined)?.[path.slice('custom.'.length)] : record[path]

async function movesOf(crm: Crm, kind: MergedKind, id: string, name: string): Promise<string[]> {
  const [deals, contacts, activities] = await Promise.all([
    crm.list('deal'),
    kind === 'account' ? crm.list('contact') : [],
    crm.activitiesOf({ kind, id }),
  ])
  const fold = (text: string | null) => (text ?? '').trim().toLowerCase()
  const own = deals.filter((deal) => deal[kind] === id)
  const people = contacts.filter(({ company }) => company !== null && fold(company) === fold(name))
  const said = [
    ...own.map((deal) => `deal ${recordName('deal', { ...deal }) ?? 'without a name'}`),
    ...people.map((one) => `contact ${recordName('contact', { ...one }) ?? 'without a name'}`),
  ]
  const more = said.length - MOST_NAMED
  return [
    ...said.slice(0, MOST_NAMED),
    ...(more > 0 ? [`${more} more`] : []),
    ...(activities.length > 0
      ? [`${activities.length} ${activities.length === 1 ? 'note or task' : 'notes and tasks'}`]
      : []),
  ]
}
