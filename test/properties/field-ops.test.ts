import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTIONS } from '#kernel/actions/catalogue.ts'
import { applyFieldOps, checkedFields, conflicting } from '#kernel/field-ops.ts'
import { canonical } from '#kernel/ids.ts'
import type { FieldOp } from '#kernel/record.ts'

type Fields = Readonly<Record<string, unknown>>
type Image = Fields & { id: string; version: string }

const text = fc.oneof(fc.constantFrom(null, 'lead', 'proposal'), fc.string({ maxLength: 12 }))
const values: Readonly<Record<string, fc.Arbitrary<FieldOp['after']>>> = {
  stage: text,
  nextStep: text,
  owner: text,
  amountMinor: fc.oneof(fc.constant(null), fc.integer()),
  closeDate: fc.constantFrom(null, '2026-11-30', '2028-02-29'),
  'custom.Region': text,
  'custom.__proto__': text,
}
const oneOp = fc
  .constantFrom(...Object.keys(values))
  .chain((path) => (values[path] as fc.Arbitrary<FieldOp['after']>).map((after) => ({ path, after })))
const change = fc.array(oneOp, { minLength: 1, maxLength: 4 })

const DEAL = checkedFields('deal', { name: 'Acme', stage: 'lead', currency: 'EUR', custom: { Region: 'EU' } })
const update = ACTIONS.get('deal.update')
const image = (fields: Fields, version: number): Image => ({ ...fields, id: 'd1', version: String(version) })
const now = (fields: Fields, path: string): unknown =>
  path.startsWith('custom.')
    ? (Object.entries(fields.custom as Fields).find(([name]) => name === path.slice('custom.'.length))?.[1] ?? null)
    : fields[path]

/** What a change set does to a record, with what each of its fields saw. */
function changed(fields: Fields, wanted: readonly { path: string; after: FieldOp['after'] }[]) {
  const last = new Map(wanted.map(({ path, after }) => [path, after]))
  const ops = [...last].map(([path, after]) => ({ path, before: now(fields, path) as FieldOp['before'], after }))
  return { ops, after: applyFieldOps('deal', fields, ops, 'it') }
}

function undone(before: Fields, after: Fields, ops: readonly FieldOp[], there: Fields): Fields {
  const args = { id: 'd1', version: '2', ops }
  const standing = update?.standing?.(args, image(after, 2), image(there, 3))
  if (!standing) return there
  const inverse = update?.inverse(standing, image(before, 1), image(there, 3))
  return applyFieldOps('deal', there, inverse?.args.ops as FieldOp[], 'it')
}

test('any sequence of changes and their undos, the last first, gives the same record', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (sequence) => {
      const steps: { before: Fields; after: Fields; ops: FieldOp[] }[] = []
      let fields = DEAL
      for (const wanted of sequence) {
        const { ops, after } = changed(fields, wanted)
        steps.push({ before: fields, after, ops })
        fields = after
      }
      for (const { before, after, ops } of steps.reverse()) fields = undone(before, after, ops, fields)
      expect(canonical(fields)).toBe(canonical(DEAL))
    }),
  )
})

test('an undo touches no field that somebody changed since, and puts back every other', () => {
  fc.assert(
    fc.property(change, change, (ours, theirs) => {
      const first = changed(DEAL, ours)
      const second = changed(first.after, theirs)
      const back = undone(DEAL, first.after, first.ops, second.after)
      for (const { path } of first.ops) {
        const stood = canonical(now(second.after, path)) === canonical(now(first.after, path))
        expect(now(back, path)).toEqual(stood ? now(DEAL, path) : now(second.after, path))
      }
      const touched = new Set(first.ops.map(({ path }) => path))
      for (const { path } of second.ops)
        if (!touched.has(path)) expect(now(back, path)).toEqual(now(second.after, path))
    }),
  )
})

test('a change is in conflict exactly where somebody else wrote another value into one of its fields', () => {
  fc.assert(
    fc.property(change, change, (ours, theirs) => {
      const mine = changed(DEAL, ours)
      const there = changed(DEAL, theirs).after
      const clash = mine.ops.filter(
        ({ path, before, after }) => ![before, after].some((one) => canonical(one) === canonical(now(there, path))),
      )
      expect(conflicting('deal', there, mine.ops)).toEqual(clash)
    }),
  )
})
