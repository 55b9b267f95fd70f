import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readName, readPerson } from './person.ts'

const briefly = (text: string, country = 'GB'): string[] =>
  readPerson(text, { country }).map(
    ({ kind, value, extension }) => `${kind} ${value}${extension ? ` x${extension}` : ''}`,
  )

describe('phones', () => {
  test.each([
    ["change Maria's number to 07700 900123", '+447700900123'],
    ['ring +44 20 7946 0958.', '+442079460958'],
    ['Tel. 0049 30 901820', '+4930901820'],
    ['+49 (0)30 901820', '+4930901820'],
    ['(+34) 912 345 678', '+34912345678'],
    ['+1 (212) 555-0199', '+12125550199'],
    ['my cell is 7700900123', '+447700900123'],
    ['030/901820', '030901820'],
  ])('%s', (text, value) => {
    expect(briefly(text)).toContain(`phone ${value}`)
  })

  test('the extension is kept apart', () => {
    expect(briefly('call 020 7946 0958 ext. 12')).toEqual(['phone +442079460958 x12'])
    expect(briefly('+1 212 555 0199 x7')).toEqual(['phone +12125550199 x7'])
  })

  test('without a country a national number keeps its digits', () => {
    expect(readPerson('07700 900123')[0]?.value).toBe('07700900123')
  })

  test.each([
    'on 12.03.2026 or 2026-03-12, 10:30-11:15',
    'budget 12 000 000 €, up from 1.250.000',
    'invoice 20261105-4433, order 4012345678, card number 4111111111111111',
    'from 2019-2025 at 52.5200066 degrees',
    '10.0.12.255 runs v2.14.3',
    'IBAN DE02 1203 0000 0000 2020 51',
    '1200 seats, 40 people, 24k',
  ])('%s: no phone', (text) => {
    expect(readPerson(text).filter(({ kind }) => kind === 'phone')).toEqual([])
  })
})

describe('e-mail and web addresses', () => {
  test.each([
    ['write to Jo.Doe+crm@Acme.io.', ['email jo.doe+crm@acme.io']],
    ['Jörg <jörg@müller.example.de>', ['email jörg@müller.example.de']],
    ['a..b@acme.io, .x@acme.io, jo@acme, @acme', []],
    ['see https://acme.io/a_(b)?c=1), or acme.io/pricing.', ['url https://acme.io/a_(b)?c=1', 'url acme.io/pricing']],
    ['thanks.so we ran main.py at 7.am', []],
    ['https://acme.io/?to=jo@acme.io&tel=2125550199', ['url https://acme.io/?to=jo@acme.io&tel=2125550199']],
  ])('%s', (text, found) => {
    expect(briefly(text).filter((one) => !one.startsWith('person'))).toEqual(found)
  })
})

describe('names on their own', () => {
  test.each([
    ['Dr. Ann Lee', 'Ann', 'Lee'],
    ['Lee, Ann', 'Ann', 'Lee'],
    ['LEE JR., ANN M.', 'ANN', 'LEE'],
    ['Robert (Bob) J. O’Neil III', 'Robert', 'O’Neil'],
    ['ann van der berg', 'ann', 'van der berg'],
    ['Nguyễn Văn An', 'An', 'Nguyễn'],
    ['María García López', 'María', 'García López'],
    ['Frau Jürgen-Maria Schäfer', 'Jürgen-Maria', 'Schäfer'],
    ['Hopper Grace M', 'Grace', 'Hopper'],
    ['Herr Dr. med. Klaus von Stein', 'Klaus', 'von Stein'],
    ['Ana', 'Ana', undefined],
  ])('%s is a person', (text, given, family) => {
    expect(readName(text)).toMatchObject({ kind: 'person', given, ...(family ? { family } : {}) })
  })

  test.each([
    'ACME Holdings B.V.',
    'van der Berg & Söhne GmbH',
    'Müller AG',
    'ann lee plumbing',
    'the harbour room',
    'Clínica Dental Sonrisa S.L.',
    'Boulangerie Martin',
    'Kanzlei Schäfer',
    'Nordwind Oy',
    'Lee, Novak & Partners',
    'friends of the old mill',
    'studio 54',
  ])('%s is a company', (text) => {
    expect(readName(text)).toMatchObject({ kind: 'company', text })
  })

  test('initials that are all there is of a given name stay in the value', () => {
    expect(readName('J.K. Hopper')).toMatchObject({ kind: 'person', value: 'J.K. Hopper', family: 'Hopper' })
  })

  test('two people of one name are people', () => {
    expect(readName('Ann & Omar Lee')).toMatchObject({ kind: 'person', given: 'Ann', family: 'Lee' })
  })
})

describe('names in messages', () => {
  test.each([
    ['new lead: Pia Novak, Kite Ltd, intro from Omar', ['person Pia Novak', 'company Kite Ltd', 'person Omar']],
    ['my name is joão silva from Acme Studio GmbH', ['person joão silva', 'company Acme Studio GmbH']],
    ['acme gmbh signed', ['company acme gmbh']],
    ['please ask Dr. Okafor about it.', ['person Okafor']],
    ["lunch with Larry and Beth at Mia Chen's place", ['person Larry', 'person Beth', 'person Mia Chen']],
    ['Dear Tim: Per your note, see Novak and Sons Ltd', ['person Tim', 'company Novak and Sons Ltd']],
    ['please meet with Zdravka Ilieva in New York', ['person Zdravka Ilieva']],
    ["i'm late, sorry", []],
    ['Mark the deal won', []],
    ['move it to Monday May 4', []],
    ['just got off w/ the team, 24k', []],
  ])('%s', (text, found) => {
    expect(briefly(text)).toEqual(found)
  })

  test('a message is never taken for one bare name where the caller knows it is one', () => {
    expect(readPerson('harbour room sofa', { as: 'message' })).toEqual([])
    expect(readPerson('Harbour Room Ltd', { as: 'message' })).toHaveLength(1)
  })
})

describe('whatever is typed', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.stringMatching(/^[-+()0-9 .,@&'’"a-zA-Zäñ#:/]{0,120}$/),
  )

  test('it never throws, and its spans bear its words, in order and apart', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const finds = readPerson(text, { country: 'DE' })
        finds.forEach((find, at) => {
          expect(text.slice(...find.span)).toBe(find.text)
          expect(find.span[0]).toBeGreaterThanOrEqual(finds[at - 1]?.span[1] ?? 0)
        })
      }),
      { numRuns: 500 },
    )
  })

  test('long runs of one character are read in no time worth naming', () => {
    for (const piece of ['1', '1-', 'a.', 'a@', '(', 'A ', "'", '+1 ']) {
      expect(() => readPerson(piece.repeat(20_000))).not.toThrow()
    }
  }, 20_000)
})
