import { expect, test } from 'vitest'
import { z } from 'zod'
import { packOf } from '#kernel/pack.ts'
import type { Pointed } from '#kernel/task.ts'
import { modelThat } from '../cli/eval/model-that.ts'
import { pointAt } from './point.ts'

const pack = packOf({ version: '1.0.0', prompts: { read: { instruction: 'Say who.', schema: 'who-1' } } })
const schema = z.object({ who: z.string() })
const found: Pointed = { step: 'read', pack: '1.0.0', value: { who: 'Sam' }, leftOut: 0 }

async function pointedIn(pointed: Pointed | null) {
  const model = modelThat(() => ({ who: 'Lena' }))
  const value = await pointAt({ model, pack, pointed }, { step: 'read', text: 'Sam and Lena', schema })
  return { value, calls: model.asked.length }
}

test('what was pointed at when the job was found is not asked again, nor is nothing', async () => {
  expect(await pointedIn(found)).toEqual({ value: { who: 'Sam' }, calls: 0 })
  expect(await pointedIn({ ...found, value: null })).toEqual({ value: null, calls: 0 })
})

test.each([
  ['nobody asked', null],
  ['it was of another step', { ...found, step: 'readTeam' }],
  ['it was by the prompt of another version', { ...found, pack: '1.1.0' }],
  ['it is of a form no longer known', { ...found, value: { whom: 'Sam' } }],
])('the model is asked where %s', async (_why, pointed) => {
  expect(await pointedIn(pointed)).toEqual({ value: { who: 'Lena' }, calls: 1 })
})
