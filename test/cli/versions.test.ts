import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../harness/home.ts'
import { nightdesk } from './nightdesk.ts'

/** A home with a pack of the user's own, which is the agent's first one under another number. */
function homeWithPack(version: string, change: (text: string) => string = (text) => text): string {
  const home = tempFolder()
  const folder = join(home, 'packs', 'scheduling')
  mkdirSync(folder, { recursive: true })
  const own = readFileSync(new URL('../../agents/scheduling/packs/1.0.0.yaml', import.meta.url), 'utf8')
  writeFileSync(join(folder, `${version}.yaml`), change(own.replace('version: 1.0.0', `version: ${version}`)))
  return home
}
const called = (home: string, ...args: string[]) => nightdesk([...args, '--home', home])

test('a pack in the home is tried, put in force and taken back, each in a sentence', async () => {
  const home = homeWithPack('9.0.0')
  const said = async (...args: string[]) => (await called(home, ...args)).out
  expect(await said('versions', 'list')).toMatch(/^scheduling \S+: pack \d+\.\d+\.\d+ \(\w{16}\), as it came/m)
  expect(await said('versions', 'try', 'scheduling', '9.0.0', '--percent', '10')).toMatch(
    /tries 9\.0\.0 on 10 % of its tasks/,
  )
  expect(await said('versions', 'try', 'scheduling', '9.0.0', '--shadow')).toMatch(/tries 9\.0\.0 in its shadow/)
  expect(await said('versions', 'use', 'scheduling', '9.0.0')).toMatch(/^scheduling is on 9\.0\.0 from now on/)
  expect(await said('versions', 'list')).toMatch(/^scheduling \S+: pack 9\.0\.0 .* by command line; before it \d/m)
  expect(await said('rollback', 'scheduling')).toMatch(
    /^scheduling is back on \d+\.\d+\.\d+\. What was begun on 9\.0\.0 finishes on it\.$/m,
  )
  expect(await called(home, 'audit', 'verify')).toMatchObject({ status: 0, out: expect.stringMatching(/^OK: 4 rows/) })
})

test.each([
  [['versions', 'use', 'scheduling', '8.0.0'], 'scheduling has no version 8.0.0'],
  [['versions', 'try', 'scheduling', '9.0.0'], 'Say on whom it is tried'],
  [['versions', 'try', 'scheduling', '9.0.0', '--percent', '101'], '--percent needs a whole number from 0 to 100'],
  [['versions', 'try', 'scheduling', '9.0.0', '--member', 'zoe'], 'Nobody in the policy has the id "zoe"'],
])('%j is one sentence', async (args, sentence) => {
  const { status, out, err } = await called(homeWithPack('9.0.0'), ...args)
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(err).toContain(sentence)
})

test('a pack that cannot be used is named with its line; one that an agent brings itself needs another number', async () => {
  const broken = await called(
    homeWithPack('9.0.0', (text) => `${text}\ntools: [shell]\n`),
    'versions',
    'list',
  )
  expect(broken.status).toBe(1)
  expect(broken.err).toMatch(/The pack packs\/scheduling\/9\.0\.0\.yaml, line \d+, cannot be used: .*tools/)
  expect((await called(homeWithPack('1.0.0'), 'versions', 'list')).err).toMatch(/brings a version 1\.0\.0 itself/)
})

test('doctor says which packs of the home can be used, and which are of nobody', async () => {
  const good = homeWithPack('9.0.0')
  mkdirSync(join(good, 'packs', 'schedulling'))
  const { out } = await called(good, 'doctor')
  expect(out).toMatch(/^ok +packs +1 of your own/m)
  expect(out).toMatch(/^warn +packs +.*schedulling is of no agent/m)
  const broken = await called(
    homeWithPack('9.0.0', (text) => `${text}\ntools: [shell]\n`),
    'doctor',
  )
  expect(broken.out).toMatch(/^fail +packs +The pack packs\/scheduling\/9\.0\.0\.yaml, line \d+/m)
  expect(broken.status).toBe(1)
})
