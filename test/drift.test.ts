import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drifted, generate } from '../scripts/generate.ts'

test('generated files say what the code says (else: npm run generate)', () => {
  expect(drifted()).toEqual([])
})

test('a file that was changed by hand, or is missing, is named and written anew', () => {
  const root = mkdtempSync(join(tmpdir(), 'drift-'))
  const outputs = [
    { file: 'good.txt', content: () => 'same' },
    { file: 'changed.txt', content: () => 'ours' },
    { file: 'deep/missing.txt', content: () => 'new' },
  ]
  writeFileSync(join(root, 'good.txt'), 'same')
  writeFileSync(join(root, 'changed.txt'), 'theirs')

  expect(drifted(outputs, root)).toEqual(['changed.txt', 'deep/missing.txt'])
  expect(generate(outputs, root)).toEqual(['changed.txt', 'deep/missing.txt'])
  expect(drifted(outputs, root)).toEqual([])
  expect(readFileSync(join(root, 'deep/missing.txt'), 'utf8')).toBe('new')
})
