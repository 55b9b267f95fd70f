import { DeskError } from '#kernel/errors.ts'
import { changing } from '#kernel/field-ops.ts'
import { canonical } from '#kernel/ids.ts'
import { DRAFTS, type FieldOp, RECORD_KINDS, type RecordKind } from '#kernel/record.ts'
import type { Crm, Merge, MergedKind } from '#ports/crm.ts'
import type { Hand } from './hand.ts'

type Args = Record<string, unknown>
type Image = Readonly<Record<string, unknown>> & { id: string; version: string }

/** How often a write is tried again that met somebody else's write of another field. */
const TRIES = 3

/** `deal` and `update` of `deal.update`. */
function partsOf(kind: string): { of: RecordKind; verb: string } {
  const [of, verb = ''] = kind.split('.')
  const record = RECORD_KINDS.find((one) => one === of)
  if (!record) throw new Error(`no record is called ${of}`)
  return { of: record, verb }
}

const mergeOf = (args: Args): Merge => args as unknown as Merge
const opsOf = (args: Args): readonly FieldOp[] => args.ops as readonly FieldOp[]

/** Whether a record says what a draft said; what the draft left out says nothing. */
function says(record: object, of: RecordKind, draft: unknown): boolean {
  const wanted = DRAFTS[of].parse(draft)
  return Object.entries(wanted).every(
    ([field, value]) => canonical(record[field as keyof typeof record]) === canonical(value),
  )
}

/** Records of accounts, contacts, deals, leads and activities. */
export function crmHand(crm: Crm): Hand {
  const get = async (of: RecordKind, id: unknown): Promise<Image | null> => {
    const record = await crm.get(of, String(id))
    return record && { ...record }
  }

  /** The fields bind, not the version: who changed another field meanwhile is not in the way. */
  async function patch(of: RecordKind, id: string, ops: readonly FieldOp[]): Promise<string> {
    for (let tried = 1; ; tried++) {
      const now = await get(of, id)
      if (!now) throw new DeskError('CONFLICT', { what: `That ${of}` })
      try {
        // Of one that was merged meanwhile it is another id.
        return (await crm.patch(of, now.id, ops, now.version)).id
      } catch (error) {
        const meanwhile = (await get(of, id))?.version !== now.version
        if (!(error instanceof DeskError) || error.code !== 'CONFLICT' || !meanwhile || tried === TRIES) throw error
      }
    }
  }

  /** Both records of a merge as they stand; null where one is gone. */
  async function bothOf(of: RecordKind, { winner, loser }: Merge) {
    const [kept, given] = [await get(of, winner.id), await get(of, loser.id)]
    return kept && given ? { winner: kept, loser: given } : null
  }

  const isMerged = async (of: RecordKind, { winner, loser }: Merge): Promise<boolean> =>
    (await get(of, loser.id))?.id === winner.id

  const merged = async (of: RecordKind, { winner, loser }: Merge) => ({
    record: winner.id,
    after: { winner: await get(of, winner.id), loser: await crm.getArchived(of, loser.id) },
  })

  return {
    outward: crm.capabilities.outward,

    async look(kind, args) {
      const { of, verb } = partsOf(kind)
      if (verb === 'create') return null
      if (verb === 'restore') return crm.getArchived(of, String(args.id))
      if (verb === 'merge') return bothOf(of, mergeOf(args))
      return get(of, args.id)
    },

    async landed(kind, args, key, before) {
      const { of, verb } = partsOf(kind)
      if (verb === 'create') {
        const made = await crm.findByKey(of, key)
        return made && { record: made.id, after: made }
      }
      if (verb === 'merge') return (await isMerged(of, mergeOf(args))) ? merged(of, mergeOf(args)) : null
      const id = String(args.id)
      if (verb === 'archive') {
        const away = await crm.getArchived(of, id)
        return away && { record: id, after: away }
      }
      const now = await get(of, id)
      if (verb === 'restore') return now && { record: id, after: now }
      const was = before as Image | null
      const written = now && was && now.version !== was.version && changing(of, now, opsOf(args)).length === 0
      return written ? { record: now.id, after: now } : null
    },

    async call(kind, args, key) {
      const { of, verb } = partsOf(kind)
      if (verb === 'create') return { record: (await crm.create(of, args.draft as never, key)).id }
      if (verb === 'merge') return { record: (await crm.merge(of as MergedKind, mergeOf(args))).id }
      const id = String(args.id)
      if (verb === 'archive') await crm.archive(of, id, String(args.version))
      else if (verb === 'restore') await crm.restore(of, id, String(args.version))
      else return { record: await patch(of, id, opsOf(args)) }
      return { record: id }
    },

    async verify(kind, args, record) {
      const { of, verb } = partsOf(kind)
      if (verb === 'archive') {
        const after = await crm.getArchived(of, record)
        return { after, asAsked: after !== null && (await crm.get(of, record)) === null }
      }
      if (verb === 'merge') {
        const { after } = await merged(of, mergeOf(args))
        const taken = after.winner !== null && changing(of, after.winner, mergeOf(args).ops).length === 0
        return { after, asAsked: taken && (await isMerged(of, mergeOf(args))) }
      }
      const after = await get(of, record)
      if (after === null) return { after, asAsked: false }
      if (verb === 'create') return { after, asAsked: says(after, of, args.draft) }
      return { after, asAsked: verb === 'restore' || changing(of, after, opsOf(args)).length === 0 }
    },
  }
}
