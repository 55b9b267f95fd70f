import type { FieldOp } from '#kernel/record.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import type { Bulk } from '../../request/query.ts'
import { ownerOf, type QueryFacts, type Row } from '../reads/facts.ts'
import { pickAll, sayCount } from '../reads/kinds.ts'
import { gaps, sayRiddles } from '../reads/list.ts'
import { sayRow } from '../reads/say.ts'
import { changeFor, type Wanted } from './change.ts'

/** Actions of one plan. */
const MOST = 50
/** Lines of a list that are read back before many are changed. */
const LISTED = 10

/**
 * One change for every record that a condition picks. Whom it reaches is said; nothing is changed while any word of the
 * condition is a riddle. To close people's records by a condition, the list is read back first: what nobody has looked at is
 * not ended in one go. Everything else is the policy's to ask about.
 */
export function planBulk(bulk: Bulk, facts: QueryFacts): RulingDraft {
  if (bulk.dropped) return { type: 'answer', text: 'Left as they are.' }
  const { set, change } = bulk
  const picked = pickAll(set, facts)
  if (picked.riddles.length > 0)
    return { type: 'answer', text: `${sayRiddles(picked.riddles, set.of)} Nothing was changed.` }
  if (set.tests.length === 0 && change.to === 'archive')
    return {
      type: 'refuse',
      text: `I do not put away every one of them at once; say which ${sayCount(2, set.of).slice(2)} you mean.`,
      rule: 'no record is removed without a condition',
    }
  const wanted = changeFor(change, set.of, facts)
  if ('problem' in wanted) return { type: 'answer', text: `${wanted.problem} Nothing was changed.` }
  const rows = picked.kept.filter((row) => differs(row, wanted, facts))
  const about = picked.said === '' ? '' : ` (${picked.said})`
  const already = picked.kept.length - rows.length
  if (rows.length === 0) {
    const none =
      already > 0
        ? `${already === 1 ? 'The one there is is' : `All ${already} are`} so already`
        : `There are no ${sayCount(0, set.of).slice(3)} like that`
    return { type: 'answer', text: `${none}${about}. Nothing was changed.${gaps(picked, set.of)}` }
  }
  if (rows.length > MOST)
    return {
      type: 'answer',
      text: `That would be ${sayCount(rows.length, set.of)}${about}; I change ${MOST} at once at the most. Narrow it down, by owner or by date for instance. Nothing was changed.`,
    }
  if (!bulk.sure && closesPeople(rows, wanted)) return readBack(rows, about, wanted, set.of, facts)
  const notes = [`${sayCount(rows.length, set.of)}${about}.`]
  if (already > 0) notes.push(`${already} more ${already === 1 ? 'is' : 'are'} so already.`)
  const left = gaps(picked, set.of).trim()
  if (left !== '') notes.push(left)
  const because = `${wanted.said} for ${picked.said === '' ? 'all' : picked.said}`
  return {
    type: 'propose',
    actions: rows.map((row) => ({
      kind: `${row.kind}.${wanted.ops === null ? 'archive' : 'update'}`,
      args: argsFor(row, wanted),
      because,
    })),
    notes,
    preview: notes,
  }
}

/** People's status has no line in the policy that would ask, as the stage of a deal has. */
const closesPeople = (rows: readonly Row[], wanted: Wanted): boolean =>
  wanted.closes && rows.some(({ kind }) => kind === 'contact' || kind === 'account')

function readBack(
  rows: readonly Row[],
  about: string,
  wanted: Wanted,
  of: Bulk['set']['of'],
  facts: QueryFacts,
): RulingDraft {
  const lines = rows.slice(0, LISTED).map((row) => `- ${sayRow(row, facts)}`)
  const more = rows.length > LISTED ? [`and ${rows.length - LISTED} more`] : []
  return {
    type: 'ask',
    question: {
      text: [`${wanted.said} for ${sayCount(rows.length, of)}${about}?`, ...lines, ...more].join('\n'),
      slots: ['sure'],
      choices: [
        { label: `Yes, ${rows.length === 1 ? 'this one' : `all ${rows.length}`}`, value: 'yes' },
        { label: 'No, leave them', value: 'no' },
      ],
    },
  }
}

function argsFor(row: Row, wanted: Wanted): Record<string, unknown> {
  const { id, version } = row.record
  return wanted.ops === null ? { id, version } : { id, version, ops: wanted.ops(row) }
}

function differs(row: Row, wanted: Wanted, facts: QueryFacts): boolean {
  if (wanted.ops === null) return true
  if (wanted.owner !== null) return ownerOf(row, facts) !== wanted.owner
  return wanted.ops(row).some(({ before, after }: FieldOp) => JSON.stringify(before) !== JSON.stringify(after))
}
