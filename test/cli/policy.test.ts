import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TEAM_POLICY, tempFolder } from '../harness/home.ts'
import { nightdesk, objects } from './nightdesk.ts'

const AT = ['--at', '2026-11-23T09:00:00Z']

function policy(more = ''): string {
  const file = join(tempFolder(), 'policy.yaml')
  writeFileSync(
    file,
    `company: {name: Acme, timezone: Europe/London}
people:
  - {id: mia, name: Mia Chen, roles: [founder, approver], email: mia@acme.example}
  - {id: sam, name: Sam Reed, email: sam@acme.example}
${more}`,
  )
  return file
}

test('check names who decides, or everything that is wrong with its line', async () => {
  const good = policy()
  const fine = await nightdesk(['policy', 'check', good])
  expect(fine).toMatchObject({ status: 0, err: '' })
  expect(fine.out).toContain('Mia Chen, Sam Reed')
  expect(fine.out).toContain('decided by Mia Chen')

  const bad = policy('scheduling: {autonomy: {internl: act}}\nvip: [nobody]\n')
  const found = await nightdesk(['policy', 'check', bad])
  expect(found.status).toBe(1)
  expect(found.out.trim().split('\n')).toEqual([
    expect.stringMatching(/line 5: .*internl.*did you mean `internal`\?/),
    expect.stringMatching(/line 6: `vip\[0\]` must be/),
  ])
  expect((await nightdesk(['policy', 'check', '/nowhere.yaml'])).err).toMatch(/cannot be read: there is no such file/)
  expect((await nightdesk(['policy', 'check', '--home', tempFolder()])).out).toMatch(/nightdesk init/)
})

test('diff says what changes, a line each', async () => {
  const [before, after] = [policy(), policy('scheduling: {autonomy: {external_new: act}}\n')]
  expect((await nightdesk(['policy', 'diff', before, after])).out).toBe(
    'scheduling.autonomy.external_new: act_with_approval -> act\n',
  )
  expect((await nightdesk(['policy', 'diff', before, before])).out).toBe('They say the same.\n')
})

test('test names the job, the line that decides and its facts, and leaves the home as it is', async () => {
  const home = tempFolder()
  const stdin = 'id,name,email\r\nc1,Jo Park,jo@park.example\r\n'
  await nightdesk(['import', 'contacts', '-', '--home', home], { stdin })
  const words = 'book 30 min with zoe@new.example tomorrow at 3pm'
  const tried = (more: string[]) => nightdesk(['policy', 'test', words, '--home', home, ...AT, ...more])

  const asked = await tried(['--policy', policy()])
  expect(asked).toMatchObject({ status: 0, err: '' })
  expect(asked.out).toContain('Job: scheduling, book')
  expect(asked.out).toContain('From: Mia Chen, a member (verified)')
  expect(asked.out).toMatch(/^Would ask first: Book .* Tue 24 Nov, 15:00-15:30/m)
  expect(asked.out).toContain(
    'decided by  scheduling.autonomy.external_new: act_with_approval (the default; the file does not say it)',
  )
  expect(asked.out).toMatch(/facts +party = external_new/)

  const done = await tried([
    '--policy',
    policy('scheduling: {autonomy: {external_new: act}}\n'),
    '--from',
    'member:sam',
  ])
  expect(done.out).toMatch(/^Would do: Book /m)
  expect(done.out).toContain('decided by  scheduling.autonomy.external_new: act\n')
  const refused = await tried(['--policy', policy('scheduling: {autonomy: {external_new: never}}\n')])
  expect(refused.out).toMatch(/^Would refuse: Book /m)

  expect(objects((await nightdesk(['export', 'calendar', '-', '--json', '--home', home])).out)).toEqual([])
})

test('test knows clients and strangers, and says what --from must be', async () => {
  const home = tempFolder()
  await nightdesk(['import', 'contacts', '-', '--home', home], { stdin: 'id,name\r\nc1,Jo Park\r\n' })
  const from = (who: string) =>
    nightdesk([
      'policy',
      'test',
      'book 30 min with Sam tomorrow at 3pm',
      '--from',
      who,
      '--home',
      home,
      '--policy',
      TEAM_POLICY,
      ...AT,
    ])
  expect((await from('client:c1')).out).toMatch(/From: Jo Park, a client/)
  expect((await from('stranger')).out).toMatch(/a stranger/)
  expect((await from('client:c9')).err).toMatch(/^No contact has the id "c9"/)
  expect((await from('member:eve')).err).toMatch(/"eve"/)
  expect((await from('boss')).err).toMatch(/must be member:ID, client:ID or stranger/)
  const late = await nightdesk(['policy', 'test', 'hi', '--at', 'tomorrow', '--home', home])
  expect(late).toMatchObject({ status: 1, err: expect.stringMatching(/^--at is "tomorrow"/) })
})
