import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Principal } from '#kernel/principal.ts'
import { Ruling, type RulingDraft } from '#kernel/ruling.ts'
import type { Model } from '#ports/model.ts'
import { noticing, readInPart } from './read-in-part.ts'

const mia = { kind: 'member', id: 'mia' } as Principal
const lena = { kind: 'client', id: 'lena', language: 'de' } as Principal
const ruled = (draft: RulingDraft) => Ruling.parse(draft)
const usage = { calls: 1, inputTokens: 1, outputTokens: 1, usdMicros: 0 }

test('whoever wrote too much for the model is told how much of it was not read, whatever is ruled', () => {
  const asked = readInPart(ruled({ type: 'ask', question: { text: 'When?', slots: ['when'] } }), 812, mia)
  expect(asked).toMatchObject({ question: { text: expect.stringMatching(/812 characters.*\nWhen\?$/s) } })
  const answered = readInPart(ruled({ type: 'answer', text: 'Frei.' }), 812, lena)
  expect(answered).toMatchObject({ text: expect.stringMatching(/^Frei\.\n.*812 Zeichen/s) })
  const flagged = readInPart(
    ruled({ type: 'flag', reason: 'AUTHORITY', headline: 'Decide', rule: 'x', reply: null }),
    812,
    mia,
  )
  expect(flagged).toMatchObject({ evidence: [{ text: expect.stringContaining('812 characters') }] })
  const proposed = ruled({ type: 'propose', actions: [{ kind: 'reminder.create', args: {}, because: 'said' }] })
  expect(readInPart(proposed, 812, mia)).toMatchObject({ notes: [expect.stringContaining('812 characters')] })
})

test('a ruling on all that was written stays as it is', () => {
  const ruling = ruled({ type: 'answer', text: 'Free.' })
  expect(readInPart(ruling, 0, mia)).toBe(ruling)
})

test('the most that any answer went without counts, and what failed counts for nothing', async () => {
  const left = [40, 700, 3]
  const model: Model = {
    name: 'short',
    async ask({ schema }) {
      const leftOut = left.shift()
      return leftOut === undefined
        ? { ok: false, why: 'too_long', usage }
        : { ok: true, value: schema.parse('x'), usage, leftOut }
    },
  }
  const noticed = noticing(model)
  const ask = { tier: 'small' as const, instruction: '', text: '', name: 'x', schema: z.string() }
  for (let asked = 0; asked < 4; asked++) await noticed.model.ask(ask)
  expect(noticed.leftOut()).toBe(700)
})
