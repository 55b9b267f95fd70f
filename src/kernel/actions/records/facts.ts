import { changing, valueAt } from '../../field-ops.ts'
import { type Money, writeMoney } from '../../money.ts'
import type { FieldOp, RecordKind } from '../../record.ts'
import type { ActionContext, Facts } from '../definition.ts'

type Fields = Readonly<Record<string, unknown>>

const MONEY: ReadonlySet<string> = new Set(['amountMinor', 'currency', 'period'])
/** States of a lead that close it. */
const CLOSED: ReadonlySet<string> = new Set(['disqualified', 'spam', 'not_a_lead'])

const moneyOf = (amountMinor: unknown, currency: unknown): Money | null =>
  typeof amountMinor === 'number' && typeof currency === 'string' ? { amountMinor, currency } : null

const byWhom = ({ principal }: ActionContext): Facts => ({
  by: principal.kind,
  verified: principal.assurance === 'verified',
})

/** Facts of a new record. `touches` names the lines of the policy that speak of what it says. */
export function createFacts(kind: RecordKind, draft: Fields, context: ActionContext): Facts {
  const amount = moneyOf(draft.amountMinor, draft.currency)
  const touches =
    kind === 'lead' ? leadTouches(draft.status, draft.owner !== null && draft.owner !== undefined) : ['create']
  return {
    ...byWhom(context),
    own: context.principal.kind !== 'member',
    touches,
    ...(amount && { amount: writeMoney(amount) }),
    ...(kind === 'deal' && typeof draft.stage === 'string' && { stage: draft.stage }),
  }
}

/** Facts of a change: only what really changes counts, so a value said twice is limited by nothing. */
export function updateFacts(
  kind: RecordKind,
  id: string,
  ops: readonly FieldOp[],
  before: Fields | null,
  context: ActionContext,
): Facts {
  const real = before ? changing(kind, before, ops) : [...ops]
  const after = (path: string): unknown => {
    const op = real.find((one) => one.path === path)
    return op ? op.after : before ? valueAt(kind, before, path) : null
  }
  const paths = new Set(real.map(({ path }) => path))
  const sums = [...paths].some((path) => MONEY.has(path))
  const now = sums ? moneyOf(after('amountMinor'), after('currency')) : null
  const was = sums && before ? moneyOf(before.amountMinor, before.currency) : null
  return {
    ...byWhom(context),
    own: ownRecord(kind, id, context),
    touches:
      kind === 'lead'
        ? leadTouches(paths.has('status') ? after('status') : null, paths.has('owner'))
        : touched(kind, paths, before, after, context),
    ...(now && { amount: writeMoney(now) }),
    ...(now &&
      was &&
      now.currency === was.currency &&
      was.amountMinor !== 0 && {
        amount_change: Math.abs(now.amountMinor - was.amountMinor) / Math.abs(was.amountMinor),
      }),
    ...(kind === 'deal' &&
      paths.has('stage') &&
      typeof after('stage') === 'string' && { stage: String(after('stage')) }),
  }
}

/** Whether a record is that of whoever asks: their own lead, or themselves as a client on file. */
export const ownRecord = (kind: RecordKind, id: string, { principal, ownLeads }: ActionContext): boolean =>
  kind === 'lead'
    ? (ownLeads?.has(id) ?? false)
    : kind === 'contact' && principal.kind === 'client' && principal.id === id

function leadTouches(status: unknown, owner: boolean): string[] {
  return [...(CLOSED.has(String(status)) ? ['disqualify'] : []), ...(owner ? ['route'] : [])]
}

function touched(
  kind: RecordKind,
  paths: ReadonlySet<string>,
  before: Fields | null,
  after: (path: string) => unknown,
  { stages = [] }: ActionContext,
): string[] {
  const lines = [...paths].map((path) => {
    if (path === 'owner') return 'owner'
    if (kind === 'deal' && MONEY.has(path)) return 'amount'
    return kind === 'deal' && path === 'stage' ? wayOf(before?.stage, after('stage'), stages) : 'field'
  })
  return [...new Set(lines)]
}

/** Forward, unless both stages are known and the new one stands before the old. */
function wayOf(was: unknown, now: unknown, stages: readonly string[]): 'stage_forward' | 'stage_back' {
  const [from, to] = [stages.indexOf(String(was)), stages.indexOf(String(now))]
  return from >= 0 && to < from ? 'stage_back' : 'stage_forward'
}
