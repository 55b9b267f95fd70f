import { linkTo } from '#kernel/actions/links.ts'
import { RECORD_KINDS, type RecordKind } from '#kernel/record.ts'
import { recordName } from '#kernel/record-name.ts'
import { actionById } from '#store/actions/action-rows.ts'
import type { DeskContext } from '../context.ts'

type Fields = Readonly<Record<string, unknown>>
/** A record that something names. */
type Ref = readonly [kind: RecordKind, id: string]

const kindOf = (text: unknown): RecordKind | null => RECORD_KINDS.find((one) => one === text) ?? null
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** How the records are called that some values name, by id; what an action of the plan makes is called as it will be. */
export async function recordNames(
  desk: Pick<DeskContext, 'crm' | 'sql'>,
  values: readonly unknown[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const refs: Ref[] = []
  walk(values, refs)
  for (const [kind, id] of refs) {
    if (names.has(id)) continue
    const name = id.startsWith(linkTo('')) ? await nameMade(desk, id) : await nameKept(desk, kind, id)
    if (name !== null) names.set(id, name)
  }
  return names
}

async function nameKept({ crm }: Pick<DeskContext, 'crm'>, kind: RecordKind, id: string): Promise<string | null> {
  const record = (await crm.get(kind, id)) ?? (await crm.getArchived(kind, id))
  return record && recordName(kind, { ...record })
}

/** The name in the draft of the action that makes it. */
async function nameMade({ sql }: Pick<DeskContext, 'sql'>, link: string): Promise<string | null> {
  const action = await sql.read(() => actionById(link.slice(linkTo('').length)))
  const kind = kindOf(action?.kind.split('.')[0])
  return kind && isFields(action?.args.draft) ? recordName(kind, action.args.draft) : null
}

const NAMING: readonly RecordKind[] = ['account', 'contact', 'lead']

function walk(value: unknown, refs: Ref[]): void {
  if (Array.isArray(value)) for (const inner of value) walk(inner, refs)
  else if (isFields(value)) {
    for (const field of NAMING) if (typeof value[field] === 'string') refs.push([field, value[field]])
    const kind = kindOf(value.kind)
    // An alias, or what an activity is about.
    if (kind && typeof value.id === 'string') refs.push([kind, value.id])
    const named = NAMING.find((one) => one === value.path)
    if (named) for (const side of [value.before, value.after]) if (typeof side === 'string') refs.push([named, side])
    for (const inner of Object.values(value)) if (isFields(inner)) walk(inner, refs)
  }
}
