import type { Account } from '#kernel/account.ts'
import type { Activity } from '#kernel/activity.ts'
import type { Contact } from '#kernel/contact.ts'
import type { Deal } from '#kernel/deal.ts'
import type { Lead } from '#kernel/lead.ts'
import { recordName } from '#kernel/record-name.ts'
import { isoDay, toMs } from '#kernel/time.ts'
import type { Untidy } from '#kernel/untidy.ts'
import { isClosedStage, saysLastContact } from '#language/record-words.ts'
import { accountFields, contactFields, likelyPairs } from '#language/same.ts'
import { memberByAddress, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import { lastWrites } from '#store/actions/action-rows.ts'
import type { DeskContext } from '../context.ts'

type Kind = Untidy['kind']
type Desk = Pick<DeskContext, 'sql' | 'crm' | 'clock' | 'policy'>

/** The records that are looked at, and when the desk last wrote each deal, epoch ms by id. */
interface Shelves {
  accounts: readonly Account[]
  contacts: readonly Contact[]
  deals: readonly Deal[]
  leads: readonly Lead[]
  activities: readonly Activity[]
  written: ReadonlyMap<string, number>
}

/** What a tidy team would mend now. @param owner policy id of whose records; null: everybody's */
export async function untidyIn(desk: Desk, owner: string | null): Promise<Untidy[]> {
  const { crm } = desk
  const [accounts, contacts, deals, leads, activities, written] = await Promise.all([
    crm.list('account'),
    crm.list('contact'),
    crm.list('deal'),
    crm.list('lead'),
    crm.list('activity'),
    desk.sql.read(() => lastWrites('deal')),
  ])
  const shelves = { accounts, contacts, deals, leads, activities, written: new Map(written) }
  return untidyAmong(shelves, desk.policy(), desk.clock.nowMs(), owner)
}

/**
 * What a tidy team would mend: open deals without a close date or a next step, past their close date or stale; records of people
 * who left; records that may be one. Of one member, what is theirs; what belongs to nobody of the team is everybody's.
 */
export function untidyAmong(shelves: Shelves, policy: Policy, nowMs: number, owner: string | null): Untidy[] {
  const { accounts, contacts, deals, leads, activities, written } = shelves
  const heard = lastHeard(activities, written)
  const open = deals.filter(({ stage }) => !isClosedStage(stage))
  const left = <R extends Named>(kind: Kind, records: readonly R[]) =>
    records.flatMap((record) => leftBehind(kind, record, policy))
  const found = [
    ...open.flatMap((deal) => untidyDeal(deal, heard, policy, nowMs)),
    ...[...left('account', accounts), ...left('contact', contacts), ...left('deal', open), ...left('lead', leads)],
    ...twice('account', accounts, accountFields, policy),
    ...twice('contact', contacts, contactFields, policy),
  ]
  return owner === null ? found : found.filter((one) => one.owner === owner || one.owner === null)
}

function untidyDeal(deal: Deal, heard: ReadonlyMap<string, number>, policy: Policy, nowMs: number): Untidy[] {
  const today = isoDay(nowMs, policy.company.timezone)
  const one = aboutRecord('deal', deal, policy)
  const found: Untidy[] = []
  if (deal.closeDate === null) found.push({ ...one, what: 'no_close_date' })
  else if (deal.closeDate < today) found.push({ ...one, what: 'past_close_date', date: deal.closeDate })
  if ((deal.nextStep ?? '').trim() === '') found.push({ ...one, what: 'no_next_step' })
  const lastMs = Math.max(heard.get(deal.id) ?? 0, ownLastContact(deal))
  if (lastMs > 0 && nowMs - lastMs > policy.crm.staleMs)
    found.push({ ...one, what: 'stale', date: isoDay(lastMs, policy.company.timezone) })
  return found
}

/** When anything last happened with each record: it was spoken or noted of, or written by the desk. */
function lastHeard(activities: readonly Activity[], written: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const heard = new Map(written)
  for (const { about, at } of activities) heard.set(about.id, Math.max(heard.get(about.id) ?? 0, toMs(at)))
  return heard
}

function ownLastContact({ custom }: Deal): number {
  const days = Object.entries(custom).flatMap(([field, text]) =>
    saysLastContact(field) && /^\d{4}-\d\d-\d\d/.test(text) ? [toMs(text.slice(0, 10))] : [],
  )
  return Math.max(0, ...days)
}

type Named = { id: string; owner: string | null }

const aboutRecord = (kind: Kind, record: Named, policy: Policy): Omit<Untidy, 'what'> => ({
  kind,
  id: record.id,
  name: recordName(kind, { ...record }),
  owner: memberOf(record.owner, policy),
  date: null,
  other: null,
})

const memberOf = (owner: string | null, policy: Policy): string | null =>
  owner === null ? null : ((memberById(policy, owner) ?? memberByAddress(policy, owner))?.id ?? null)

/** An owner who stands in no line of the policy's people, or never did. */
function leftBehind(kind: Kind, record: Named, policy: Policy): Untidy[] {
  if (record.owner === null || record.owner.trim() === '' || memberOf(record.owner, policy)) return []
  return [{ ...aboutRecord(kind, record, policy), what: 'owner_left', other: { id: record.owner, name: record.owner } }]
}

function twice<R extends Named>(
  kind: 'account' | 'contact',
  records: readonly R[],
  fieldsOf: (record: R) => Readonly<Record<string, unknown>>,
  policy: Policy,
): Untidy[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  return likelyPairs(records.map((record) => ({ id: record.id, fields: fieldsOf(record) }))).flatMap(({ a, b }) => {
    const [one, other] = [byId.get(a), byId.get(b)]
    if (!one || !other) return []
    return [
      {
        ...aboutRecord(kind, one, policy),
        what: 'duplicate' as const,
        other: { id: b, name: recordName(kind, { ...other }) },
      },
    ]
  })
}
