import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LEAST } from './fixture.ts'
import { loadPolicy, type Policy, type PolicyWatcher, policyVersion, watchPolicy } from './policy.ts'

let file: string
let watcher: PolicyWatcher | undefined
let told: string[]

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'policy-')), 'policy.yaml')
  told = []
})
afterEach(() => watcher?.stop())

const named = (name: string) => LEAST.replace('Northwind Studio', name)
const start = () => {
  watcher = watchPolicy(file, {
    onGood: (policy: Policy) => told.push(`good ${policy.company.name}`),
    onBad: (error) => told.push(`bad ${error.code}`),
  })
}
const hears = (...all: string[]) => vi.waitFor(() => expect(told).toEqual(all), { timeout: 5000, interval: 20 })

test('a file is loaded with its version; one that cannot be read is named', () => {
  expect(() => loadPolicy(file)).toThrow(`The policy file ${file} cannot be read: there is no such file.`)
  writeFileSync(file, Buffer.from([0xff, 0xfe, 0x41, 0x00]))
  expect(() => loadPolicy(file)).toThrow('it is not UTF-8 text')
  expect(() => loadPolicy(tmpdir())).toThrow('it is a folder')
  writeFileSync(file, `\uFEFF${LEAST}`)
  expect(loadPolicy(file).source).toMatchObject({ file, version: policyVersion(LEAST) })
})

test('a new text is told of; a bad one is an error, and the next good one is heard again', async () => {
  writeFileSync(file, named('One'))
  start()
  writeFileSync(file, named('Two'))
  await hears('good Two')
  writeFileSync(file, 'compny: {}\n')
  await hears('good Two', 'bad POLICY_INVALID')
  writeFileSync(file, named('Three'))
  await hears('good Two', 'bad POLICY_INVALID', 'good Three')
})

test('saving by replacing the file, as editors do, is heard more than once', async () => {
  writeFileSync(file, named('One'))
  start()
  for (const name of ['Two', 'Three']) {
    writeFileSync(`${file}.swp`, named(name))
    renameSync(`${file}.swp`, file)
    await vi.waitFor(() => expect(told.at(-1)).toBe(`good ${name}`), { timeout: 5000, interval: 20 })
  }
  rmSync(file)
  await vi.waitFor(() => expect(told.at(-1)).toBe('bad POLICY_UNREADABLE'), { timeout: 5000, interval: 20 })
  expect(told).toHaveLength(3)
})

test('a save in several steps, the same text again, and other files are not told of', async () => {
  writeFileSync(file, named('One'))
  start()
  writeFileSync(file, '')
  writeFileSync(file, 'version: 1\n')
  writeFileSync(file, named('Two'))
  await hears('good Two')
  writeFileSync(file, named('Two'))
  writeFileSync(join(file, '..', 'other.yaml'), 'x')
  await wait(400)
  expect(told).toEqual(['good Two'])
})

test('a folder that cannot be watched is told of, and nothing else fails', () => {
  file = join(file, 'no', 'such', 'policy.yaml')
  start()
  expect(told).toEqual(['bad POLICY_UNREADABLE'])
})

test('a list under `leads.never` is read beside the policy, told of when it changes, and missed by name', async () => {
  const list = join(file, '..', 'competitors.txt')
  const text = `${LEAST}\nleads: { never: [disposable_email, competitors.txt] }\n`
  writeFileSync(file, text)
  expect(() => loadPolicy(file)).toThrow(
    '`leads.never` names "competitors.txt", and there is no such file beside the policy; make one with a domain a line',
  )
  writeFileSync(list, '# rivals\nRival.example\n@other.example # and their mail\n\n')
  expect(loadPolicy(file).leads.neverDomains).toEqual(['rival.example', 'other.example'])
  start()
  writeFileSync(list, 'rival.example\nnew.example\n')
  await hears('good Northwind Studio')
  expect(loadPolicy(file).leads.neverDomains).toEqual(['rival.example', 'new.example'])
  writeFileSync(list, 'rival.example\nnot a domain\n')
  await hears('good Northwind Studio', 'bad POLICY_INVALID')
  expect(() => loadPolicy(file)).toThrow('line 2 of "competitors.txt" must be a domain such as rival.example')
})

test.each(['../secrets.txt', '/etc/passwd', 'rivals', 'disposable_emails'])(
  '"%s" is no list beside the policy',
  (name) => {
    writeFileSync(file, `${LEAST}\nleads: { never: ["${name}"] }\n`)
    expect(() => loadPolicy(file)).toThrow('the name of a file beside the policy such as competitors.txt')
  },
)
