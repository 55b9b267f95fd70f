import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '#test/harness/home.ts'
import { readExamples } from './examples.ts'

const JOBS = ['scheduling/book', 'scheduling/query', 'scheduling/move', 'scheduling/cancel']

function folderWith(files: Record<string, readonly object[]>): string {
  const folder = tempFolder()
  for (const [path, rows] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  }
  return folder
}

test('publishers labels become jobs; what no installed agent does, and what is fair either way, is left out', () => {
  const folder = folderWith({
    'clinc150/dev.jsonl': [
      { id: 'a', text: 'set up a meeting', intent: 'schedule_meeting' },
      { id: 'b', text: 'how are you', intent: 'greeting' },
      { id: 'c', text: 'wake me at six', intent: 'alarm' },
    ],
    'hwu64/dev.jsonl': [{ id: 'd', text: 'mail sam', intent: 'email_sendemail' }],
    'smcalflow/first_turns_dev.jsonl': [
      { id: 'e', text: 'push it to four', label: 'update_event' },
      { id: 'f', text: 'no, the other one', label: 'revise_previous' },
      { id: 'g', text: 'asdf', label: 'out_of_scope:FenceGibberish' },
    ],
  })
  expect(readExamples(folder, JOBS, 500)).toEqual([
    { set: 'clinc150', id: 'a', text: 'set up a meeting', expected: { jobs: ['scheduling/book'] } },
    { set: 'clinc150', id: 'b', text: 'how are you', expected: 'nobody' },
    { set: 'smcalflow', id: 'e', text: 'push it to four', expected: { jobs: ['scheduling/move'] } },
    { set: 'smcalflow', id: 'g', text: 'asdf', expected: 'nobody' },
  ])
})

test('a set of ones own names jobs, agents, several, or nobody', () => {
  const folder = folderWith({
    'mine.jsonl': [
      { text: 'see you monday?', job: 'scheduling/book' },
      { id: 'x', text: 'when am I free', job: 'scheduling' },
      { text: 'push or drop it', job: ['scheduling/move', 'scheduling/cancel'] },
      { text: 'nice', job: null },
    ],
  })
  expect(readExamples(folder, JOBS, 500).map(({ id, expected }) => [id, expected])).toEqual([
    ['1', { jobs: ['scheduling/book'] }],
    ['x', { jobs: JOBS }],
    ['3', { jobs: ['scheduling/move', 'scheduling/cancel'] }],
    ['4', 'nobody'],
  ])
})

test('of a long set so many are taken, spread over all of it', () => {
  const rows = Array.from({ length: 10 }, (_, at) => ({ id: String(at), text: 'hi', job: null }))
  const examples = readExamples(folderWith({ 'mine.jsonl': rows }), JOBS, 4)
  expect(examples.map(({ id }) => id)).toEqual(['0', '2', '5', '7'])
})

test.each([
  ['a job nobody has', [{ text: 'x', job: 'sales/close' }], /mine\.jsonl, line 1, .*no installed agent.*sales\/close/],
  ['no text', [{ job: null }], /mine\.jsonl, line 1, .*`text`/],
])('%s is said with file and line', (_what, rows, sentence) => {
  expect(() => readExamples(folderWith({ 'mine.jsonl': rows }), JOBS, 4)).toThrow(sentence)
})

test('a folder that is not there, or holds no set, is said', () => {
  expect(() => readExamples('/nowhere', JOBS, 4)).toThrow('The folder /nowhere cannot be read')
  expect(() => readExamples(folderWith({}), JOBS, 4)).toThrow('There is no set in')
})
