import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { agents } from '#agents/manifest.ts'
import { ACTIONS } from '#kernel/actions/catalogue.ts'
import { canonical } from '#kernel/ids.ts'
import { Inbound } from '#kernel/inbound.ts'
import { Outbound } from '#kernel/outbound.ts'
import { Ruling } from '#kernel/ruling.ts'
import { garbageOf, nested, worstOf } from '../harness/hostile/worst.ts'
import { ANSWERS, SEED } from './size.ts'

/** Every schema that an answer of a model, or of an agent that believed one, has to pass. */
const SCHEMAS: [string, z.ZodType][] = [
  ...[...ACTIONS.values()].map(({ kind, args }): [string, z.ZodType] => [kind, args]),
  ...agents.map(({ contract }): [string, z.ZodType] => [`request of ${contract.id}`, contract.request]),
  ['ruling', Ruling],
  ['inbound', Inbound],
  ['outbound', Outbound],
]
const RUNS = Math.ceil(ANSWERS.parse / (2 * SCHEMAS.length))

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null')

const before = Object.getOwnPropertyNames(Object.prototype).sort()
afterAll(() => expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before))

describe.each(SCHEMAS)('%s', (_name, schema) => {
  test('the worst of its shape is taken or refused, and what is taken is the same when it comes out of the store', () => {
    let taken = 0
    fc.assert(
      fc.property(worstOf(schema), (answer) => {
        const parsed = schema.safeParse(asStored(answer))
        if (!parsed.success) return
        taken++
        const again = schema.safeParse(asStored(parsed.data))
        expect(again.error?.issues).toBeUndefined()
        expect(canonical(asStored(again.data))).toBe(canonical(asStored(parsed.data)))
      }),
      { numRuns: RUNS, seed: SEED },
    )
    expect(taken).toBeGreaterThan(0)
  })

  test('what has another shape is refused without a crash', () => {
    fc.assert(
      fc.property(garbageOf(schema), (answer) => {
        schema.safeParse(answer)
      }),
      { numRuns: RUNS, seed: SEED },
    )
    expect(schema.safeParse(nested(2000)).success).toBe(false)
  })
})
