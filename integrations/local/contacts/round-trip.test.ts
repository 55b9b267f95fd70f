import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather } from '#test/conformance/gather.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { LocalCrm } from '../crm/local-crm.ts'
import { guard, unguard } from '../csv/guard.ts'
import { everyContact, exportContacts } from './export.ts'
import { importContacts } from './import.ts'

async function taken(text: string) {
  const store = await localStore()
  const report = await importContacts(store.sql, text, { file: 'contacts.csv' })
  const contacts = (await gather(everyContact(store.sql))).map(({ row, stored }) => ({ id: row.id, ...stored }))
  return { ...store, report, contacts, csv: (await gather(exportContacts(store.sql))).join('') }
}
const ofLine = (line: number) => ({ code: 'IMPORT_INVALID', details: { where: `line ${line}` } })

test('fields by name, other columns kept, empty cells, line breaks and hosts without a dot survive', async () => {
  const csv =
    'id,name,email,phone,company,owner,status,notes,Plan\r\n7,"Ng, Jo",jo@acme,+44 20 7946 0000,,mia,lead,"one\r\ntwo ""quoted""",\r\n8,,,,,,,,gold\r\n'
  const { contacts, csv: again, close } = await taken(csv)
  expect(contacts).toEqual([
    {
      id: '7',
      name: 'Ng, Jo',
      email: 'jo@acme',
      phone: '+44 20 7946 0000',
      company: null,
      owner: 'mia',
      status: 'lead',
      notes: 'one\r\ntwo "quoted"',
      custom: { Plan: '' },
    },
    {
      id: '8',
      name: null,
      email: null,
      phone: null,
      company: null,
      owner: null,
      status: null,
      notes: null,
      custom: { Plan: 'gold' },
    },
  ])
  expect(again).toBe(csv)
  close()
})

test('headers of other programs; a field’s own name wins over its other names', async () => {
  const { contacts, close } = await taken('Full Name;E-Mail;Mobile;Phone;__proto__\nZoë;a@b;1;2;x\n')
  expect(contacts[0]).toMatchObject({ name: 'Zoë', email: 'a@b', phone: '2' })
  expect(Object.entries(contacts[0]?.custom ?? {})).toEqual([
    ['Mobile', '1'],
    ['__proto__', 'x'],
  ])
  close()
})

test.each([
  ['a field twice', 'name,email,Email\n', 1, 'the columns 2 ("email") and 3 ("Email") would both be email'],
  ['two other names', 'Telephone,Mobile\n', 1, 'would both be phone'],
  ['an own column twice', 'name,Tag,Tag\n', 1, 'would both be Tag'],
  ['nobody', 'a,b\n1,2\n', 1, 'no column is called'],
  ['nothing', '', 1, 'nothing in it'],
  ['a quote that stays open', 'name,notes\nA,"x\ny\nB,z\n', 2, 'unterminated'],
  ['a quote in the middle', 'name,notes\nA,"two\nlines"\nB,"x"y\n', 4, 'malformed'],
  ['too many cells', 'name,email\nA,a@b\n\nB,b@b,c\n', 4, '3 cells under 2 columns'],
  ['a column without a name', 'name,,email\nA,,a@b\nB,x,b@b\n', 3, 'column 2 has no name'],
  ['an id twice', 'id,name\n1,A\n2,B\n1,C\n', 4, 'the id "1" stands on line 2 too'],
])('%s is refused with its line', async (_what, csv, line, problem) => {
  await expect(taken(csv)).rejects.toMatchObject(ofLine(line))
  await expect(taken(csv)).rejects.toThrow(problem)
})

test('ids are made up where there are none, and the next version of the file finds them again', async () => {
  const { sql, contacts, close } = await taken('name,email\nJo,jo@x\nJo,jo@x\nAl,\n')
  expect(new Set(contacts.map((contact) => contact.id)).size).toBe(3)
  const again = 'name,email\nJo,JO@x\nJo,jo@x\nAl,\n'
  expect(await importContacts(sql, again, { file: 'c.csv' })).toEqual({ added: 0, changed: 1, unchanged: 2 })
  close()
})

test.each([
  ['=HYPERLINK("http://x","y")', true],
  ['@SUM(A1)', true],
  ["+1+cmd|' /C calc'!A0", true],
  ['-', true],
  ['- a list', true],
  ["'=1", true],
  ['-1.5', false],
  ['+44 (0)20 7946-0000', false],
  ['+44 20 7946 0000; +1 212 555 0100', false],
  ['+44 20 7946 0000; =x', true],
  ["it's", false],
  ["'quoted'", false],
])('%s: guarded %s, and back', (cell, guarded) => {
  expect(guard(cell)).toBe(guarded ? `'${cell}` : cell)
  expect(unguard(guard(cell))).toBe(cell)
})

test('any cell comes back', async () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=+-@\'",;\r\n\t 1a') }))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
      const first = await taken('id,name,x\n')
      const cells = rows.map(([name, notes, own]) => [name, notes, own].map((text) => text.replace(/\p{Cs}/gu, '')))
      const { keepContact } = await import('./contact-rows.ts')
      await first.sql.write(function* () {
        for (const [index, [name = '', notes = '', own = '']] of cells.entries()) {
          const blank = { email: null, phone: null, company: null, owner: null, status: null }
          yield* keepContact(`i${index}`, { ...blank, name: name || null, notes: notes || null, custom: { '=x': own } })
        }
      })
      const csv = (await gather(exportContacts(first.sql))).join('')
      const second = await taken(csv)
      expect(second.contacts).toEqual(
        (await gather(everyContact(first.sql))).map(({ row, stored }) => ({ id: row.id, ...stored })),
      )
      first.close()
      second.close()
    }),
    { numRuns: 150 },
  )
})

test('contacts are found by address, however it is written, and by words that resemble them', async () => {
  const { sql, close } = await taken(
    'id,name,email,phone,company\n1,Zoë Müller,zoe@muller.example;Z.Mueller@web.example,+49 30 1234567,Bäckerei\n2,Zoltan Nagy,z@nagy.example,,Nagy Kft\n3,Jo Smith,jo@smith.example,12,Smith & Sons\n',
  )
  const contacts = new LocalCrm(sql)
  expect((await contacts.contactByAddress('z.mueller@WEB.example'))?.id).toBe('1')
  expect((await contacts.contactByAddress('whatsapp:+49301234567'))?.id).toBe('1')
  expect(await contacts.contactByAddress('12')).toBeNull()
  expect(await contacts.contactByAddress('nobody@x.example')).toBeNull()
  expect((await contacts.get('contact', '2'))?.name).toBe('Zoltan Nagy')
  const found = async (words: string) => (await contacts.find('contact', words, 5)).map((contact) => contact.id)
  expect((await found('zoe muller'))[0]).toBe('1')
  expect((await found('Muler'))[0]).toBe('1')
  expect((await found('smith'))[0]).toBe('3')
  expect(await found('nagy kft zoltan')).toEqual(['2'])
  expect(await found('xylophone')).toEqual([])
  await importContacts(sql, 'id,name\n3,Joanna Brown\n', { file: 'c.csv' })
  expect(await found('brown')).toEqual(['3'])
  expect(await contacts.contactByAddress('jo@smith.example')).toBeNull()
  close()
})
