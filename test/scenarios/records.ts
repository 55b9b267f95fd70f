import { untidyAmong } from '#desk/watch/untidy.ts'
import { Alias } from '#kernel/actions/alias.ts'
import type { Contact } from '#kernel/contact.ts'
import { applyFieldOps, conflicting } from '#kernel/field-ops.ts'
import { leadKeys, ownLeadKeys, reachKeys } from '#kernel/own-lead.ts'
import type { Principal } from '#kernel/principal.ts'
import { DRAFTS, FieldOp, RECORD_KINDS, type RecordKind, type Records } from '#kernel/record.ts'
import { recordName } from '#kernel/record-name.ts'
import type { Policy } from '#policy/policy.ts'
import type { Lookups } from '#ports/lookups.ts'
import type { Scenario } from '../../src/cli/eval/scenario.ts'

type RecordLookups = Omit<Pick<Lookups, Extract<keyof Lookups, `crm.${string}` | `lead.${string}`>>, 'lead.assigned'>
type Kept = Records[RecordKind]
type Args = Record<string, unknown>

/** The records of a scenario as plain lists: they answer the lookups and take what the agent proposes at once. */
export function recordsOf(scenario: Scenario, policy: Policy, nowMs: () => number) {
  const kept: { [K in RecordKind]: Records[K][] } = {
    account: scenario.accounts.map((one) => ({ ...one, version: '1' })),
    contact: scenario.contacts.map((one) => ({ ...DRAFTS.contact.parse(withoutId(one)), id: one.id, version: '1' })),
    deal: scenario.deals.map((one) => ({ ...one, version: '1' })),
    lead: scenario.leads.map((one) => ({ ...one, version: '1' })),
    activity: scenario.activities.map((one) => ({ ...one, version: '1' })),
  }
  const aliases: (Alias & { by: string })[] = []
  const merged = new Map<string, string>()

  const get = (kind: RecordKind, id: string): Kept | null =>
    kept[kind].find((one) => one.id === (merged.get(id) ?? id)) ?? null
  const leadWith = (keys: readonly string[]) =>
    keys.flatMap((key) => kept.lead.find((lead) => leadKeys(lead).includes(key)) ?? [])[0] ?? null
  const byAddress = (address: string): Contact | null =>
    kept.contact.find((one) => [...one.emails, ...one.phones].some((own) => sameReach(own, address))) ?? null

  function lookups(principal: Principal, conversation: string): RecordLookups {
    const inside = principal.kind === 'member' && principal.assurance === 'verified'
    const seen = (kind: RecordKind, record: Kept | null): Kept | null => {
      const self = kind === 'contact' && principal.kind === 'client' && principal.assurance === 'verified'
      return inside || (self && record?.id === principal.id) ? record : null
    }
    return {
      'crm.get': async <K extends RecordKind>(kind: K, id: string) => seen(kind, get(kind, id)) as Records[K] | null,
      'crm.find': async <K extends RecordKind>(kind: K, words: string, limit: number) =>
        (inside
          ? (kept[kind] as Kept[]).filter((one) => resembles(kind, one, words)).slice(0, limit)
          : []) as Records[K][],
      'crm.list': async <K extends RecordKind>(kind: K) => (inside ? [...kept[kind]] : []) as Records[K][],
      'crm.byAddress': async (address) => seen('contact', byAddress(address)) as Contact | null,
      'crm.activities': async (about) =>
        inside
          ? kept.activity
              .filter((one) => one.about.kind === about.kind && one.about.id === about.id)
              .sort((a, b) => (a.at < b.at ? 1 : -1))
          : [],
      'crm.fields': async (kind) =>
        inside ? [...new Set(kept[kind].flatMap((one) => Object.keys(one.custom)))].sort() : [],
      'crm.aliases': async (words) => {
        const said = aliases.filter((one) => one.words.toLowerCase() === words.trim().toLowerCase())
        const found = said.find((one) => one.by === principal.id) ?? said[0]
        return inside && found ? { kind: found.kind, id: found.id, own: found.by === principal.id } : null
      },
      'crm.untidy': async (owner) =>
        inside
          ? untidyAmong(
              {
                accounts: kept.account,
                contacts: kept.contact,
                deals: kept.deal,
                leads: kept.lead,
                activities: kept.activity,
                written: new Map(),
              },
              policy,
              nowMs(),
              owner,
            )
          : [],
      'lead.mine': async () => (principal.kind === 'member' ? null : leadWith(ownLeadKeys(principal, conversation))),
      'lead.identity': async ({ emails, phones, company, domain }) => {
        const contact = [...emails, ...phones].flatMap((one) => byAddress(one) ?? [])[0]
        const account = kept.account.find(
          (one) =>
            (domain !== null && one.domains.includes(domain)) ||
            [one.name, ...one.aliases].some((name) => name.toLowerCase() === company?.toLowerCase()),
        )
        return {
          lead: leadWith(reachKeys([...emails, ...phones]))?.id ?? null,
          contact: contact ? { id: contact.id, status: contact.status, owner: contact.owner } : null,
          account: account ? { id: account.id, owner: account.owner } : null,
        }
      },
    }
  }

  /**
   * Does what an action of records says.
   * @param made the id a new record gets
   * @returns false where the action is none of records
   */
  function apply(kind: string, args: Args, made: string, by: string): boolean {
    if (kind === 'alias.learn') aliases.unshift({ ...Alias.parse(args), by })
    const [of, verb] = kind.split('.')
    const record = RECORD_KINDS.find((one) => one === of)
    if (!record) return kind === 'alias.learn'
    const list = kept[record] as Kept[]
    if (verb === 'create') list.push({ ...DRAFTS[record].parse(args.draft), id: made, version: '1' } as Kept)
    else if (verb === 'archive') take(record, String(args.id))
    else if (verb === 'merge') merge(record, args)
    else if (verb === 'update') change(record, String(args.id), args.ops)
    return true
  }

  function change(kind: RecordKind, id: string, given: unknown): void {
    const ops = FieldOp.array().parse(given)
    const list = kept[kind] as Kept[]
    const at = list.findIndex((one) => one.id === id)
    const before = list[at]
    if (!before) throw new Error(`there is no ${kind} ${id}`)
    if (conflicting(kind, { ...before }, ops).length > 0) throw new Error(`the ${kind} ${id} is not as the agent says`)
    const fields = applyFieldOps(kind, withoutId(before), ops, id)
    list[at] = { ...fields, id, version: `${before.version}+` } as Kept
  }

  function take(kind: RecordKind, id: string): void {
    const list = kept[kind] as Kept[]
    list.splice(
      list.findIndex((one) => one.id === id),
      1,
    )
  }

  function merge(kind: RecordKind, args: Args): void {
    const { winner, loser } = args as { winner: { id: string }; loser: { id: string } }
    if (Array.isArray(args.ops) && args.ops.length > 0) change(kind, winner.id, args.ops)
    merged.set(loser.id, winner.id)
    for (const deal of kept.deal) {
      if (deal.account === loser.id) deal.account = winner.id
      if (deal.contact === loser.id) deal.contact = winner.id
    }
    for (const one of kept.activity)
      if (one.about.kind === kind && one.about.id === loser.id) one.about = { ...one.about, id: winner.id }
    take(kind, loser.id)
  }

  return { lookups, apply, of: kept }
}

function withoutId(record: object): Record<string, unknown> {
  const { id: _id, version: _version, ...fields } = record as Record<string, unknown>
  return fields
}

const sameReach = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((address) => reachKeys([address])[0])
  return one !== undefined && one === other
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** A plain likeness: some word of the name, company, alias or address begins like some word that is asked for. */
function resembles(kind: RecordKind, record: Kept, words: string): boolean {
  const wanted = fold(words)
    .split(/[^\p{L}\p{N}@.]+/u)
    .filter((word) => word.length > 1)
  const { company, aliases, emails, domains } = record as unknown as Record<string, unknown>
  const said = [recordName(kind, { ...record }), company, aliases, emails, domains]
    .flat()
    .filter((one) => typeof one === 'string')
  const own = said.flatMap((one) => fold(one).split(/[^\p{L}\p{N}@.]+/u)).filter((word) => word.length > 1)
  return wanted.some((word) => own.some((one) => one.startsWith(word.slice(0, 4)) || word.startsWith(one)))
}
