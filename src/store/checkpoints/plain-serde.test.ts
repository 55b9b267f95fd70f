import { Send } from '@langchain/langgraph'
import { MemorySaver } from '@langchain/langgraph-checkpoint'
import { expect, test } from 'vitest'
import { plainJsonSerde } from './plain-serde.ts'

const serde = plainJsonSerde(new MemorySaver().serde)
const roundTrip = async (value: unknown) => serde.loadsTyped(...(await serde.dumpsTyped(value)))

test.each([
  ['a BigInt', { a: [{ b: 1n }] }, 'value.a.0.b is a bigint'],
  ['a Date', { at: new Date(0) }, 'value.at is an instance of Date'],
  ['a Map', { all: new Map() }, 'value.all is an instance of Map'],
  ['a function', { run: () => 1 }, 'value.run is a function'],
  ['a number that is none', { count: Number.NaN }, 'value.count is NaN'],
])('%s is refused by name', async (_what, value, problem) => {
  await expect(serde.dumpsTyped(value)).rejects.toThrow(problem)
})

test('a cycle is refused, the same object twice is not', async () => {
  const ring: Record<string, unknown> = {}
  ring.self = ring
  await expect(serde.dumpsTyped(ring)).rejects.toThrow('value.self is a reference')
  const twice = { x: 1 }
  expect(await roundTrip({ a: twice, b: twice })).toEqual({ a: { x: 1 }, b: { x: 1 } })
})

test('plain JSON, undefined and what LangGraph itself stores come back', async () => {
  const value = { text: 'é\u0000"', list: [1, null, true], none: undefined }
  expect(await roundTrip(value)).toEqual(value)
  expect(await roundTrip([new Send('node', { a: 1 })])).toEqual([{ node: 'node', args: { a: 1 } }])
})
