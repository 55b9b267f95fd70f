import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { parsePolicy, writePolicy } from '#policy/policy.ts'
import { answersIn } from '../../src/cli/init/answers.ts'
import { hoursIn } from '../../src/cli/init/hours.ts'
import { askAll } from '../../src/cli/init/questions.ts'
import { onTerminal } from '../../src/cli/init/terminal.ts'
import { tempFolder } from '../harness/home.ts'
import { nightdesk } from './nightdesk.ts'

const ANSWERS = {
  company: { name: 'Acme & Söhne', timezone: 'Europe/Berlin', currency: 'USD' },
  people: [
    { name: 'Zoë van Dam', email: 'zoe@acme.example', hours: { 'mon-thu': '09:30-18:00' } },
    { name: 'Zoë Marx' },
    { name: '李雷', roles: ['sales'] },
  ],
}

const read = (answers: unknown) => parsePolicy(writePolicy(answersIn(JSON.stringify(answers), 'a.json')), { file: 'p' })

test('answers make a policy: ids out of names, whoever is first decides, dates as the currency writes them', () => {
  const { company, people } = read(ANSWERS)
  expect(company).toMatchObject({ name: 'Acme & Söhne', timezone: 'Europe/Berlin', currency: 'USD', dateOrder: 'mdy' })
  expect(people.map(({ id, roles, email }) => ({ id, roles, email }))).toEqual([
    { id: 'zoe', roles: ['founder', 'approver'], email: 'zoe@acme.example' },
    { id: 'zoe2', roles: [], email: null },
    { id: 'person', roles: ['sales'], email: null },
  ])
  expect(people[0]?.workingHours[1]).toEqual([{ fromMinute: 570, toMinute: 1080 }])
  expect(people[0]?.workingHours[5]).toEqual([])
  const second = { ...ANSWERS, people: [{ name: 'Al' }, { name: 'Bo', roles: ['approver'] }] }
  expect(read(second).people.map((person) => person.roles)).toEqual([[], ['approver']])
})

test('an answer that cannot be used is named', () => {
  const problem = (answers: unknown) => {
    try {
      read(answers)
      return null
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(problem({ ...ANSWERS, company: { name: 'A', timezone: 'CET+1' } })).toMatch(
    /^a\.json > company > timezone must be a time zone/,
  )
  expect(problem({ ...ANSWERS, people: [] })).toMatch(/people must be a list of at least one person\.$/)
  expect(problem({ ...ANSWERS, mood: 'good' })).toMatch(/a key that is not asked for: mood\.$/)
  expect(problem('x')).toBe('a.json must be an object with company and people.')
  expect(problem({ people: ANSWERS.people })).toBe('a.json > company must be an object with a name and a timezone.')
  expect(problem({ ...ANSWERS, people: [7] })).toBe('a.json > people > 0 must be an object with a name.')
  expect(() => answersIn('{', 'a.json')).toThrow(/^a\.json is not JSON/)
})

test('init writes the policy, says what is next, and never replaces one without being told to', async () => {
  const folder = tempFolder()
  const [home, answers] = [join(folder, 'home'), join(folder, 'answers.json')]
  writeFileSync(answers, JSON.stringify(ANSWERS))
  const first = await nightdesk(['init', '--home', home, '--answers', answers])
  expect(first).toMatchObject({ status: 0, err: '' })
  expect(first.out).toContain('nightdesk import calendar FILE.ics --for zoe')
  expect((await nightdesk(['policy', 'check', '--home', home])).status).toBe(0)

  const file = join(home, 'policy.yaml')
  writeFileSync(file, `${readFileSync(file, 'utf8')}# ours\n`)
  const again = await nightdesk(['init', '--home', home, '--answers', answers])
  expect(again).toMatchObject({ status: 1, err: expect.stringMatching(/is there already\. Add --force/) })
  expect(readFileSync(file, 'utf8')).toContain('# ours')
  expect((await nightdesk(['init', '--home', home, '--answers', answers, '--force'])).status).toBe(0)
  expect(readFileSync(file, 'utf8')).not.toContain('# ours')
  expect(readFileSync(`${file}.old`, 'utf8')).toContain('# ours')
  expect((await nightdesk(['init', '--home', home])).err).toMatch(/nobody here to ask/)
})

/** Somebody who gives these answers, and what they were told. */
async function interview(lines: readonly string[]) {
  const left = [...lines]
  const said: string[] = []
  const ask = {
    line: async () => left.shift() ?? '',
    say: (text: string) => said.push(text),
    yes: async () => left.shift() === 'yes',
  }
  const policy = parsePolicy(writePolicy(await askAll(ask, 'Europe/London')), { file: 'p' })
  return { policy, said, left }
}

test('questions are asked again until the answer can be used; Enter takes what is offered', async () => {
  const { policy, said, left } = await interview([
    ...['', 'Acme', 'Atlantis', 'new york', 'dollars', 'usd'],
    ...[
      'Mia Chen',
      'mia at acme',
      'mia@acme.example',
      '',
      'mon-thu 9:30-18',
      'mon-thu 09:30-18:00; fri 09:00-12:00',
      'yes',
    ],
    ...['Sam Reed', '', 'sales, support', '', 'no'],
  ])
  expect(left).toEqual([])
  expect(policy.company).toMatchObject({ name: 'Acme', timezone: 'America/New_York', currency: 'USD' })
  expect(policy.people).toMatchObject([
    { id: 'mia', roles: ['founder', 'approver'], email: 'mia@acme.example' },
    { id: 'sam', roles: ['sales', 'support'], email: null },
  ])
  expect(policy.people[0]?.workingHours[5]).toEqual([{ fromMinute: 540, toMinute: 720 }])
  expect(said.filter((text) => text.startsWith('Please give'))).toHaveLength(5)
  expect((await interview(['Acme', '', '', 'Mia'])).policy.company).toMatchObject({
    timezone: 'Europe/London',
    currency: 'EUR',
  })
})

test('hours are read as they are typed; what are no hours comes back as it was', () => {
  expect(hoursIn('Mon-Fri 09:00-17:00')).toEqual({ 'mon-fri': '09:00-17:00' })
  expect(hoursIn('mon, wed 09:00-12:00, 13:00-16:00')).toEqual({ 'mon, wed': '09:00-12:00, 13:00-16:00' })
  expect(hoursIn('always')).toBe('always')
})

test('lines that are pasted ahead are answers; input that ends before the answers do is a sentence, not a hang', async () => {
  const input = new PassThrough()
  const heard: string[] = []
  const asked = onTerminal(
    async (ask) => {
      for (;;) heard.push(await ask.line('?'))
    },
    [input, new PassThrough()],
  )
  input.end('one\ntwo\n')
  await expect(asked).rejects.toThrow('There were no more answers, so nothing was written.')
  expect(heard).toEqual(['one', 'two'])
})
