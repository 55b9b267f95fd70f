import { expect, test } from 'vitest'
import { z } from 'zod'
import { leanBy } from './lean.ts'

const schema = z.object({
  kind: z.string(),
  people: z.array(z.string()).default([]),
  when: z.string().nullable().default(null),
  note: z.string().optional(),
  sure: z.boolean().default(true),
})
const lean = leanBy(schema)

test('only what the schema would fill in by itself is left out, and parsing brings it back', () => {
  const said = { kind: 'book', people: [], when: null, sure: false }
  expect(lean(said)).toEqual({ kind: 'book', sure: false })
  expect(schema.parse(lean(said))).toEqual(said)
  const all = { kind: 'book', people: ['sam'], when: 'noon', note: 'x', sure: true }
  expect(lean(all)).toEqual({ kind: 'book', people: ['sam'], when: 'noon', note: 'x' })
  expect(schema.parse(lean(all))).toEqual(all)
})

test('a schema that is no plain object leaves requests as they are', () => {
  const union = z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), x: z.null().default(null) })])
  expect(leanBy(union)({ kind: 'a', x: null })).toEqual({ kind: 'a', x: null })
})
