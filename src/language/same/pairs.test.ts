import { expect, test } from 'vitest'
import { likelyPairs } from '../same.ts'

const pairsOf = (records: Record<string, Record<string, string>>) =>
  likelyPairs(Object.entries(records).map(([id, fields]) => ({ id, fields }))).map(({ a, b, same }) => [a, b, same])

test('one company twice is found by its name and its domain, whatever the legal form', () => {
  const pairs = pairsOf({
    a1: { name: 'Acme GmbH', domain: 'acme.example' },
    a2: { name: 'ACME', domain: 'acme.example' },
    a3: { name: 'Globex Ltd', domain: 'globex.example' },
  })
  expect(pairs).toEqual([['a1', 'a2', expect.stringMatching(/yes|ask/)]])
})

test('one person twice is found by the address, however the name is written', () => {
  const pairs = pairsOf({
    c1: { name: 'Jo Byrne', email: 'jo@acme.example' },
    c2: { name: 'Byrne, Joanna', email: 'JO@acme.example' },
    c3: { name: 'Jo Byrne', email: 'jo.byrne@elsewhere.example', phone: '+44 7700 900999' },
  })
  expect(pairs.map(([a, b]) => [a, b])).toContainEqual(['c1', 'c2'])
})

test('colleagues are two', () => {
  const pairs = pairsOf({
    c1: { name: 'Ada Quist', email: 'ada@acme.example', company: 'Acme' },
    c2: { name: 'Bruno Keller', email: 'bruno@acme.example', company: 'Acme' },
  })
  expect(pairs).toEqual([])
})

test('each pair is told once, and nothing of nothing', () => {
  expect(pairsOf({})).toEqual([])
  expect(pairsOf({ a1: {}, a2: {} })).toEqual([])
  const twice = { name: 'Acme Studio GmbH', domain: 'acme.example', phone: '+44 7700 900123' }
  expect(pairsOf({ a1: twice, a2: twice })).toHaveLength(1)
})
