import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHome } from '#app/home.ts'
import { TEAM_POLICY, tempFolder } from '../harness/home.ts'
import { nightdesk, objects } from './nightdesk.ts'

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//test//EN',
  'BEGIN:VEVENT',
  'UID:weekly@test',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;TZID=Europe/London:20261102T090000',
  'DTEND;TZID=Europe/London:20261102T093000',
  'RRULE:FREQ=WEEKLY',
  'SUMMARY:Stand-up\\, all of us: “Grüße” 🙂',
  'ORGANIZER:mailto:Mia@Northwind.example',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:root@localhost',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:alone@test',
  'DTSTAMP:20260101T000000Z',
  'DTSTART:20261103T100000Z',
  'DTEND:20261103T110000Z',
  'SUMMARY:Nobody says whose',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')

const CONTACTS =
  'id,name,email,phone,owner,notes,Plan\r\nc1,=Jo,jo@localhost,+447700900123,,"two\r\nlines",gold\r\nc2,Al,,,nobody,,\r\n'

const ACCOUNTS = "id,name,domains,country,Tier\r\na1,'=Acme,acme.example; acme.test,DE,gold\r\n"
const DEALS =
  'id,name,contact,company,stage,amount,currency,closeDate,owner,notes,Region\r\n' +
  'd1,"Web, shop",c1,Acme,proposal,487319.00,GBP,2026-04-30,mia,"two\r\nlines",\r\nd2,,,@SUM(A1),,,,,,,EU\r\n'

const MAIL =
  'From ada@kitchen.example Sun Oct  1 09:15:02 2023\nFrom: Ada <ada@kitchen.example>\nTo: sam@northwind.example\nCc: root@localhost\n' +
  'Subject: Grüße 🙂\nDate: Sun, 1 Oct 2023 09:15:02 +0000\nMessage-ID: <1@kitchen.example>\n\n>From here on\n\nTwo\n\n' +
  'From - Sun Oct  1 09:15:02 2023\nFrom: sam@northwind.example\nIn-Reply-To: <1@kitchen.example>\n\nDone.\n\n'

test('what was imported, exported and imported again is what it was', async () => {
  const [folder, first, second] = [tempFolder(), tempFolder(), tempFolder()]
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  for (const [kind, name, text, count] of [
    ['calendar', 'c.ics', CALENDAR, 2],
    ['contacts', 'c.csv', CONTACTS, 2],
    ['accounts', 'a.csv', ACCOUNTS, 1],
    ['deals', 'd.csv', DEALS, 2],
    ['mail', 'm.mbox', MAIL, 2],
  ] as const) {
    const source = file(name, text)
    const policy = ['--policy', TEAM_POLICY]
    const added = { status: 0, out: `${count} added, 0 changed, 0 as they were.\n`, err: '' }
    expect(await nightdesk(['import', kind, source, '--home', first, ...policy])).toEqual(added)
    const again = await nightdesk(['import', kind, source, '--home', first, ...policy])
    expect(again.out).toBe(`0 added, 0 changed, ${count} as they were.\n`)

    const copy = join(folder, `copy-${name}`)
    expect((await nightdesk(['export', kind, copy, '--home', first, ...policy])).status).toBe(0)
    expect(existsSync(`${copy}.part`)).toBe(false)
    const stdin = readFileSync(copy, 'utf8')
    expect(await nightdesk(['import', kind, '-', '--home', second, ...policy], { stdin })).toEqual(added)

    const records = await nightdesk(['export', kind, '-', '--json', '--home', first, ...policy])
    expect(objects(records.out)).toHaveLength(count)
    expect(await nightdesk(['export', kind, '-', '--json', '--home', second, ...policy])).toEqual(records)
  }
})

test('records bear the addresses of owners, and events without an organizer are theirs who is named', async () => {
  const home = tempFolder()
  const of = ['--home', home, '--policy', TEAM_POLICY]
  const stdin = 'id,name,owner\r\nc1,Jo,mia\r\n'
  expect((await nightdesk(['import', 'contacts', '-', ...of], { stdin })).status).toBe(0)
  const [contact] = objects((await nightdesk(['export', 'contacts', '-', '--json', ...of])).out)
  expect(contact).toMatchObject({ id: 'c1', owner: expect.stringMatching(/^mia@/), email: null, custom: {} })

  expect((await nightdesk(['import', 'calendar', '-', '--for', 'mia', ...of], { stdin: CALENDAR })).status).toBe(0)
  const [alone, weekly] = objects((await nightdesk(['export', 'calendar', '-', '--json', ...of])).out)
  expect(alone).toMatchObject({ id: 'alone@test', organizer: contact?.owner })
  expect(weekly).toMatchObject({ organizer: 'Mia@Northwind.example', attendees: ['root@localhost'] })
  expect((await nightdesk(['import', 'calendar', '-', '--for', 'eve', ...of], { stdin: CALENDAR })).err).toContain(
    '"eve"',
  )
})

test('a kind there is not is named, with the one that was meant', async () => {
  const home = tempFolder()
  expect((await nightdesk(['export', 'calender', '-', '--home', home])).err).toBe(
    'There is no kind "calender"; did you mean calendar?\n',
  )
  expect((await nightdesk(['import', 'audit', '-', '--home', home])).err).toMatch(/^There is no kind "audit"/)
})

test('a dry run tells what would be done and what looks like a duplicate, and writes nothing', async () => {
  const home = tempFolder()
  const at = (kind: string, stdin: string, ...more: string[]) =>
    nightdesk(['import', kind, '-', '--home', home, ...more], { stdin })
  await at('contacts', 'id,name,email,phone\r\nc1,Jo,jo@x.example,\r\nc2,Al,al@x.example,+44 7700 900123\r\n')
  const before = await nightdesk(['export', 'contacts', '-', '--home', home])
  const contacts =
    'id,name,email,phone\r\nc1,Joanna,jo@x.example,\r\nc2,Al,al@x.example,+44 7700 900123\r\n' +
    'n1,J,JO@x.example,\r\nn2,Bo,bo@x.example; al@work.example,00447700900123\r\nn3,Cy,al@x.example,\r\n'
  expect((await at('contacts', contacts, '--dry-run')).out.split('\n')).toEqual([
    '3 would be added, 1 changed, 1 left as they are. Nothing was written.',
    'These look like duplicates:',
    '  line 4: "JO@x.example" is on line 2 too',
    '  line 5: "00447700900123" is on line 3 too',
    '  line 6: "al@x.example" is on line 3 too',
    '',
  ])
  expect((await at('contacts', 'name,email\r\nJ,jo@X.example\r\n', '--dry-run')).out).toContain(
    '  line 2: "jo@x.example" is on file already: Jo (c1)\n',
  )
  expect(await nightdesk(['export', 'contacts', '-', '--home', home])).toEqual(before)

  const accounts = 'name,domains,aliases\r\nAcme GmbH,www.acme.example,Acme\r\nAcmé,,\r\nGlobex,acme.example,\r\n'
  expect((await at('accounts', accounts, '--dry-run')).out).toContain(
    '  line 3: "Acmé" is on line 2 too\n  line 4: "acme.example" is on line 2 too\n',
  )
  const deals = 'name,company\r\nWeb shop,Acme\r\nweb-shop,ACME\r\nWeb shop,Globex\r\n'
  expect((await at('deals', deals, '--dry-run')).out).toMatch(
    /^3 would be added.*\n.*\n {2}line 3: "web-shop" is on line 2 too\n$/,
  )
  expect((await at('deals', 'name\r\nA\r\nB\r\n', '--dry-run')).out).toMatch(/\nNo duplicates found\.\n$/)
  expect((await at('calendar', CALENDAR, '--dry-run')).err).toMatch(/^A dry run is for contacts, accounts and deals/)
})

test('mail comes out as records with every recipient; what could not be read of it is told', async () => {
  const home = tempFolder()
  const broken = `${MAIL}From - Sun Oct  1 09:15:02 2023\nDate: soon\nMessage-ID: <3@x>\n\nx\n`
  const told = await nightdesk(['import', 'mail', '-', '--home', home], { stdin: broken })
  expect(told.out).toBe(
    '3 added, 0 changed, 0 as they were.\nNot everything could be read:\n  message 3 (line 19): its date cannot be read\n  message 3 (line 19): it has no sender\n',
  )
  const [first] = objects((await nightdesk(['export', 'mail', '-', '--json', '--home', home])).out)
  expect(first).toEqual({
    id: '1@kitchen.example',
    folder: 'inbox',
    from: 'ada@kitchen.example',
    to: ['sam@northwind.example', 'root@localhost'],
    subject: 'Grüße 🙂',
    sentAt: '2023-10-01T09:15:02Z',
    body: 'From here on\n\nTwo\n',
    threadId: '1@kitchen.example',
  })
  const tried = await nightdesk(['import', 'mail', '-', '--home', home, '--dry-run'], { stdin: MAIL })
  expect(tried.err).toBe('A dry run is for contacts, accounts and deals; mail has none.\n')
})

test('a bad file changes nothing and is told of in one sentence', async () => {
  const home = tempFolder()
  const stdin = 'id,name\r\nc1,Jo\r\nc1,Al\r\n'
  const bad = await nightdesk(['import', 'contacts', '-', '--home', home], { stdin })
  expect(bad).toMatchObject({
    status: 1,
    out: '',
    err: expect.stringMatching(/line 3: the id "c1" stands on line 2 too\.\n$/),
  })
  expect((await nightdesk(['export', 'contacts', '-', '--json', '--home', home])).out).toBe('')

  const latin = join(home, 'latin.csv')
  writeFileSync(latin, Buffer.from('name\r\nM\xfcller\r\n', 'latin1'))
  expect((await nightdesk(['import', 'contacts', latin, '--home', home])).err).toBe(
    `${latin} cannot be read: it is not UTF-8 text; save it as UTF-8.\n`,
  )
})

test('nothing is written beside a running desk, and a mistyped home is not made', async () => {
  const home = openHome(tempFolder())
  const lock = join(home.folder, 'lock')
  writeFileSync(lock, JSON.stringify({ pid: process.ppid, since: '2026-11-23T09:00:00Z' }))
  const refused = await nightdesk(['import', 'contacts', '-', '--home', home.folder], { stdin: 'name\r\nJo\r\n' })
  expect(refused).toMatchObject({ status: 1, err: expect.stringContaining(`process ${process.ppid}`) })
  expect((await nightdesk(['export', 'contacts', '-', '--json', '--home', home.folder])).status).toBe(0)
  rmSync(lock)

  const missing = join(home.folder, 'mistyped')
  expect((await nightdesk(['export', 'calendar', '-', '--home', missing])).err).toMatch(
    /^There is no desk in .*mistyped\./,
  )
  expect(existsSync(missing)).toBe(false)
})

test('records that may be there twice are named, with why', async () => {
  const [folder, home] = [tempFolder(), tempFolder()]
  const accounts = join(folder, 'a.csv')
  writeFileSync(accounts, 'id,name,domains\r\na1,=Acme GmbH,acme.example\r\na2,=ACME,acme.example\r\na3,Globex,\r\n')
  const at = ['--home', home, '--policy', TEAM_POLICY]
  await nightdesk(['import', 'accounts', accounts, ...at])
  const { out } = await nightdesk(['export', 'duplicates', '-', '--json', ...at])
  expect(objects(out)).toMatchObject([
    { kind: 'account', id: 'a1', other: 'a2', why: expect.stringContaining('same name') },
  ])
  const csv = await nightdesk(['export', 'duplicates', '-', ...at])
  expect(csv.out).toMatch(/^id,kind,name,other,otherName,same,score,why\r\na1,account,'=Acme GmbH,a2,'=ACME,/)
})
