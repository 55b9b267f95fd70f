import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../harness/home.ts'
import { nightdesk } from './nightdesk.ts'

test('without a model rules are measured alone, which is said; nearly all comes out right', {
  timeout: 60_000,
}, async () => {
  const home = join(tempFolder(), 'not there yet')
  const page = join(home, 'eval.html')
  const { status, out, err } = await nightdesk(['eval', '--agent', 'lead-qualification', '--home', home, '--min', '90'])
  expect({ status, err }).toEqual({ status: 0, err: '' })
  const [said, , head, row, ...rest] = out.split('\n')
  expect(said).toMatch(/^No model is configured/)
  expect(head).toMatch(/^set +agent +by +messages +right +wrong +handed over +calls +tokens +USD +ms$/)
  expect(row).toMatch(
    /^scenarios +lead-qualification +rules +\d+ +\d+ \(9\d %\) +\d+ \(\d %\) +\d+ \(\d %\) +0 +0 +0\.0000 +\d/,
  )
  expect(rest.join('\n')).toContain(page)
  expect(readFileSync(page, 'utf8')).toContain('No model was configured: rules alone.')
})

test.each([
  [['--agent', 'saels'], 'No agent "saels" has scenarios; known: '],
  [['--min', 'all'], '--min needs a number from 0 up, not "all".'],
  [['--data', '/nowhere'], 'The folder /nowhere cannot be read'],
  [['--only', 'model'], 'No model is configured, so nothing can be asked of one'],
])('%j is one sentence', async (args, sentence) => {
  const { status, out, err } = await nightdesk(['eval', '--page', join(tempFolder(), 'x.html'), ...args])
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(err).toContain(sentence)
})
