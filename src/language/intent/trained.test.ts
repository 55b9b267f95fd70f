import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Evidence } from './evidence.ts'
import { BUCKETS, featuresOf } from './features.ts'
import { see } from './seen.ts'
import { readerOf, TrainedFile, trainedReader } from './trained.ts'

const evidence = new Map<string, Evidence>([
  ['a/x', { weight: 0, verb: '', object: 'none' }],
  ['a/y', { weight: 0, verb: '', object: 'none' }],
  ['b/x', { weight: 0, verb: '', object: 'none' }],
])
const file = new URL('./trained.json', import.meta.url)

test('a job gets its own column and its agent’s; an agent it never saw gets nothing', () => {
  const bytes = new Int8Array(BUCKETS * 2)
  for (const bucket of featuresOf(see('lunch'), evidence)) bytes[bucket * 2 + 1] = 10
  const count = featuresOf(see('lunch'), evidence).length
  const reader = readerOf({
    from: '',
    columns: ['a', 'a/x'],
    bias: [1, -2],
    step: 0.5,
    weights: Buffer.from(bytes.buffer).toString('base64'),
  })
  const score = reader.score(see('lunch'), evidence)
  expect(score.get('a/x')).toBeCloseTo(1 - 2 + (count * 10 * 0.5) / Math.sqrt(count))
  expect(score.get('a/y')).toBe(1)
  expect(score.get('b/x')).toBe(0)
})

test('days, times and numbers leave the same trace whatever they are', () => {
  const trace = (text: string) => [...featuresOf(see(text), evidence)]
  expect(trace('call Jo on monday at 3pm')).toEqual(trace('call Jo on friday at 11:30'))
  expect(trace('pay 20 now')).toEqual(trace('pay 731 now'))
  expect(trace('pay 20 now')).not.toEqual(trace('pay her now'))
})

test('the trained file is small, whole and read by the house reader', () => {
  const text = readFileSync(file, 'utf8')
  expect(text.length).toBeLessThan(1_000_000)
  const { columns, weights, bias } = TrainedFile.parse(JSON.parse(text))
  expect(Buffer.from(weights, 'base64').length).toBe(BUCKETS * columns.length)
  expect(bias.length).toBe(columns.length)
  const score = trainedReader().score(
    see('brew coffee'),
    new Map([['scheduling/book', { weight: 0, verb: '', object: 'none' }]]),
  )
  expect(score.get('scheduling/book')).toBeLessThan(1)
})
