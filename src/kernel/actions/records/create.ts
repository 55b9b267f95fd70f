import { z } from 'zod'
import type { ActivityDraft } from '../../activity.ts'
import { DRAFTS, type RecordKind, type Records } from '../../record.ts'
import { recordName } from '../../record-name.ts'
import type { ActionContext, ActionDefinition } from '../definition.ts'
import { createFacts } from './facts.ts'
import { sayAmount, sayValue } from './fields-said.ts'
import { linesOf } from './lines.ts'
import { refuseCreate } from './refuse.ts'

export type WrittenKind = Exclude<RecordKind, 'activity'>

/** Arguments of a new record; `from` is the sentence it came from. */
const argsOf = <K extends RecordKind>(kind: K) =>
  z.object({ draft: DRAFTS[kind] as unknown as z.ZodType<Draft<K>>, from: z.string().max(1000).optional() })
type Draft<K extends RecordKind> = Omit<Records[K], 'id' | 'version'>
type CreateArgs<K extends RecordKind> = { draft: Draft<K>; from?: string | undefined }

const LINKS: Readonly<Record<WrittenKind, readonly string[]>> = {
  account: [],
  contact: [],
  deal: ['draft.account', 'draft.contact'],
  lead: [],
}

/** A new record of a kind. Taking it back puts it away. */
export const createOf = <K extends WrittenKind>(kind: K): ActionDefinition<CreateArgs<K>, Records[K]> => ({
  kind: `${kind}.create`,
  args: argsOf(kind),
  store: 'crm',
  risk: 'low',
  undo: 'clean',
  approveIf: null,
  // A lead is always written down, whatever it says it will spend.
  ...(kind !== 'lead' && { askIf: 'crm.approve_if' }),
  links: LINKS[kind],
  teamOnly: true,
  ...(kind === 'lead' && { unvouched: true }),
  autonomy: (facts) => linesOf(kind, facts),
  facts: ({ draft }, _before, context) => createFacts(kind, { ...draft }, context),
  refuse: ({ draft }, _before, context) => refuseCreate(kind, draft, context),
  inverse: (_args, _before, after) => ({ kind: `${kind}.archive`, args: { id: after.id, version: after.version } }),
  sayImage: (_args, image, context) => sayDraft(kind, { ...image }, context),
  say: ({ draft }, _before, tense, context) =>
    `${tense === 'will' ? 'Add' : 'Added'} the ${kind} ${sayDraft(kind, { ...draft }, context)}`,
})

/** `Web shop for Acme, 24,000 EUR, proposal, closing Mon 30 Nov`. */
function sayDraft(kind: WrittenKind, draft: Readonly<Record<string, unknown>>, context: ActionContext): string {
  const value = (path: string, lead = '') => {
    const said = sayValue(path, draft[path], context)
    return said === null ? [] : [lead + said]
  }
  const name = recordName(kind, draft) ?? 'without a name'
  const { company } = draft
  const at = (typeof company === 'string' && company !== name ? [company] : []).map((one) => sayPlain(one))
  const amount = sayAmount(draft.amountMinor, draft.currency, draft.period) ?? []
  switch (kind) {
    case 'account':
      return [name, ...value('domains'), ...value('country')].join(', ')
    case 'contact':
      return [name, ...at, ...(draft.name ? value('emails') : []), ...value('phones')].join(', ')
    case 'deal': {
      const whose = value('account', ' for ').length > 0 ? value('account', ' for ') : at.map((one) => ` for ${one}`)
      return [name + whose.join(''), amount, ...value('stage'), ...value('closeDate', 'closing ')].flat().join(', ')
    }
    case 'lead':
      return [name, amount, ...value('score'), ...value('status'), ...value('owner', 'for ')].flat().join(', ')
  }
}

const sayPlain = (text: string): string => text.slice(0, 80)

const ACTIVITY_LINKS = ['draft.about.id'] as const

/** A note, a task or a call about a record. */
export const activityCreate: ActionDefinition<CreateArgs<'activity'>, Records['activity']> = {
  kind: 'activity.create',
  args: argsOf('activity'),
  store: 'crm',
  risk: 'low',
  undo: 'clean',
  approveIf: null,
  links: ACTIVITY_LINKS,
  teamOnly: true,
  autonomy: () => 'crm.autonomy.note',
  facts: (_args, _before, { principal }) => ({
    by: principal.kind,
    verified: principal.assurance === 'verified',
    own: false,
  }),
  refuse: ({ draft }, _before, context) => refuseCreate('activity', draft, context),
  inverse: (_args, _before, after) => ({ kind: 'activity.archive', args: { id: after.id, version: after.version } }),
  sayImage: (_args, image, context) => sayActivity(image, context),
  say: ({ draft }, _before, _tense, context) => sayActivity(draft, context),
}

const WHAT = { note: 'Note on', task: 'Task about', call: 'Call with' } as const

/** `Task about Globex for Sam, due Thu 26 Nov: chase`. */
export function sayActivity(draft: ActivityDraft, context: ActionContext): string {
  const about = context.recordName?.(draft.about.id) ?? `a ${draft.about.kind}`
  const due = sayValue('due', draft.due, context)
  const owner = draft.kind === 'task' && draft.owner !== null ? ` for ${context.nameOf(draft.owner)}` : ''
  const text = sayValue('text', draft.text, context) ?? ''
  return `${WHAT[draft.kind]} ${about}${owner}${due === null ? '' : `, due ${due}`}: ${text.slice(1, -1)}`
}
