import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { agents } from '#agents/manifest.ts'
import { packOf } from '#kernel/pack.ts'
import { cuesIn, thresholdIn } from './in-pack.ts'
import { needsOf, packInForce, readPacks } from './read-packs.ts'

const needs = { prompts: { read: ['read-1', 'read-2'] }, thresholds: ['margin'] }
const good = 'version: 1.0.0\nprompts:\n  read: { instruction: Say., schema: read-1 }\nthresholds: { margin: 0.5 }\n'

function folderWith(files: Record<string, string>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return pathToFileURL(`${folder}/`)
}

test('packs are ordered by the numbers of their versions', () => {
  const files = Object.fromEntries(
    ['1.10.0', '1.0.0', '1.9.0'].map((version) => [`${version}.yaml`, good.replace('1.0.0', version)]),
  )
  expect(readPacks(folderWith(files), needs).map(({ version }) => version)).toEqual(['1.0.0', '1.9.0', '1.10.0'])
})

test('the hash is of what a pack says, not of how its file is written', () => {
  const [one] = readPacks(folderWith({ '1.0.0.yaml': good }), needs)
  const [same] = readPacks(
    folderWith({ '1.0.0.yaml': `# a word\nthresholds:\n  margin: 0.50\n${good.replace(/thresholds.*\n/, '')}` }),
    needs,
  )
  const [other] = readPacks(folderWith({ '1.0.0.yaml': good.replace('Say.', 'Say!') }), needs)
  expect(same?.hash).toBe(one?.hash)
  expect(other?.hash).not.toBe(one?.hash)
})

test.each([
  [good.replace('read-1', 'read-9'), 'prompts.read.schema is read-9; known: read-1, read-2'],
  [good.replace('read:', 'sing:'), 'prompts.read is missing'],
  [good.replace('margin', 'width'), 'thresholds.margin is missing'],
  [good.replace('Say.', '""'), 'prompts.read.instruction'],
  [`${good}tools: [shell]\n`, 'tools'],
  [good.replace('1.0.0', '2.0.0'), 'it says version 2.0.0'],
  ['version: [', 'cannot be used'],
])('a pack that cannot be used says which and why: %j', (text, problem) => {
  expect(() => readPacks(folderWith({ '1.0.0.yaml': text }), needs)).toThrow(
    /The pack \S+1\.0\.0\.yaml, line \d+, cannot be used: /,
  )
  expect(() => readPacks(folderWith({ '1.0.0.yaml': text }), needs)).toThrow(problem)
})

test.each([
  [good.replace('read-1', 'read-9'), 3],
  [good.replace('margin: 0.5', 'margin: wide'), 4],
  ['version: 1.0.0\nthresholds: {}\n\nprompts: {}\n', 4],
  ['version: 1.0.0\nprompts:\n  read: {a: [\n', 4],
])('the line is named: %j', (text, line) => {
  expect(() => readPacks(folderWith({ '1.0.0.yaml': text }), needs)).toThrow(`1.0.0.yaml, line ${line}, cannot be used`)
})

test('further packs of an agent need what its own ones name', () => {
  const packs = ['1.0.0', '1.1.0'].map((version, at) =>
    packOf({
      version,
      prompts: { read: { instruction: 'Say.', schema: `read-${at + 1}` } },
      thresholds: { margin: at },
    }),
  )
  expect(needsOf(packs)).toEqual(needs)
  expect(needsOf([])).toEqual({ prompts: {}, thresholds: [] })
})

test('an intent that is switched off is heard no more, but for its verb; examples are added once', () => {
  const cue = { slash: null, verbs: ['book'], objects: ['call'], refusals: [], examples: ['book a call'] }
  const cues = [
    { ...cue, intent: 'book', slash: 'meet' },
    { ...cue, intent: 'book' },
    { ...cue, intent: 'move' },
    { ...cue, intent: 'move', audience: ['client' as const] },
  ]
  const pack = packOf({ version: '1.0.0', cues: { off: ['book'], examples: { move: ['shift it'] } } })
  expect(cuesIn(cues, pack)).toMatchObject([
    { intent: 'book', slash: 'meet', verbs: [], examples: [] },
    { intent: 'move', examples: ['book a call', 'shift it'] },
    { intent: 'move', examples: ['book a call'] },
  ])
  expect(cuesIn(cues, packOf({ version: '1.0.0' }))).toBe(cues)
})

test('what nobody asked for at load time is missed with a sentence', () => {
  expect(() => thresholdIn(packOf({ version: '1.0.0' }), 'margin')).toThrow('thresholds.margin is missing')
  expect(() => packInForce({ contract: { version: '2.0.0' }, packs: [] })).toThrow('2.0.0.yaml')
})

test.each(agents.map((agent) => [agent.contract.id, agent] as const))(
  '%s has the pack of its version',
  (_id, agent) => {
    expect(packInForce(agent).hash).toMatch(/^[0-9a-f]{16}$/)
  },
)
