import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mailKey, sameRecord } from './same.ts'

const ann = {
  given_name: 'Ann',
  surname: 'Novak',
  street_number: '12',
  address_1: 'Mill Street',
  suburb: 'Harbour Town',
  postcode: '4011',
  date_of_birth: '19800412',
}

describe('people', () => {
  test.each([
    ['typing errors', { given_name: 'Amn', surname: 'Novka', suburb: 'Harbuor Town' }],
    ['a family name changed', { surname: 'Lee' }],
    ['swapped names', { given_name: 'Novak', surname: 'Ann' }],
    ['diacritics and spaces', { surname: 'Nóvák', address_1: 'MILLSTREET' }],
    ['a digit of the birth date', { date_of_birth: '19800421', postcode: '4101' }],
    ['day and month exchanged', { date_of_birth: '19801204' }],
    ['another address', { street_number: '7', address_1: 'Quay Road', suburb: 'Westport', postcode: '9020' }],
    ['half of it missing', { street_number: '', address_1: '', suburb: '', postcode: '' }],
  ])('%s: the same', (_, change) => {
    expect(sameRecord(ann, { ...ann, ...change }).same).toBe('yes')
  })

  test.each([
    [
      'another with that surname',
      {
        ...ann,
        given_name: 'Omar',
        suburb: 'Westport',
        postcode: '9020',
        address_1: 'Quay Road',
        date_of_birth: '19610101',
      },
    ],
    ['a birth date and a surname', { surname: 'Novak', date_of_birth: '19790101', given_name: 'Ann' }],
    ['only a post code', { postcode: '4011' }],
    ['nothing in common', {}],
  ])('%s: not the same', (_, other) => {
    expect(sameRecord(ann, other).same).toBe('no')
  })

  test('two of one household are asked about', () => {
    const verdict = sameRecord(ann, { ...ann, given_name: 'Omar', date_of_birth: '19781130' })
    expect(verdict.same).toBe('ask')
    expect(verdict.grounds[0]).toBe('other given names and birth dates: two of one household?')
  })

  test('the grounds are said in words, what weighs most first', () => {
    const { grounds } = sameRecord(ann, {
      given_name: 'Anne',
      surname: 'Novak',
      date_of_birth: '19800412',
      state: 'wa',
    })
    expect(grounds).toEqual(['same date of birth', 'same surname', 'nearly the same given name'])
  })

  test('a mailbox is one person, a shared one is not, and two people may give one', () => {
    const mail = 'ann.novak+crm@gmail.com'
    expect(
      sameRecord({ given_name: 'Ann', email: mail }, { given_name: 'A.', email: 'annnovak@googlemail.com' }).same,
    ).toBe('yes')
    expect(
      sameRecord({ given_name: 'Ann', email: 'info@kite.io' }, { given_name: 'Ann', email: 'info@kite.io' }).same,
    ).not.toBe('yes')
    const two = sameRecord(
      { given_name: 'Ann', surname: 'Lee', email: mail },
      { given_name: 'Omar', surname: 'Diaz', email: mail },
    )
    expect(two.same).not.toBe('yes')
  })

  test.each([
    ['Robert', 'Bob'],
    ['Katharina', 'Catharina'],
    ['J.', 'John'],
  ])('%s may be %s', (a, b) => {
    const rest = { surname: 'Meyer', phone: '+49 30 901820' }
    expect(
      sameRecord({ ...rest, given_name: a }, { ...rest, surname: 'Maier', given_name: b, phone: '030/901820' }).same,
    ).toBe('yes')
  })
})

describe('places', () => {
  const mill = { name: "The Old Mill's Kitchen", addr: '12 W. 3rd St.', city: 'Westport', phone: '555/019 -0144' }

  test('abbreviations, remarks and other writings of a number', () => {
    const other = {
      name: 'old mills kitchen (westport)',
      addr: '12 West Third Street near Quay',
      city: 'westport city',
      phone: '555-019-0144',
    }
    expect(sameRecord(mill, other).same).toBe('yes')
  })

  test('neighbours, and houses of one name in two towns', () => {
    expect(
      sameRecord(mill, { ...mill, name: 'Harbour Grill', addr: '14 W. 3rd St.', phone: '555-019-7781' }).same,
    ).toBe('no')
    expect(sameRecord(mill, { ...mill, city: 'Eastham', addr: '900 Quay Road', phone: '555-222-7781' }).same).not.toBe(
      'yes',
    )
  })
})

describe('papers', () => {
  const paper = {
    title: 'On reading short messages without a model',
    authors: 'ann lee , jörg müller',
    venue: 'desk conf',
    year: '2024',
  }

  test('authors in any order, with initials and character references', () => {
    const other = {
      ...paper,
      title: 'on reading short messages without a model (extended abstract)',
      authors: 'J. M&#252;ller and A. Lee',
    }
    expect(sameRecord(paper, other).same).toBe('yes')
  })

  test('the next year is another edition, another title another paper', () => {
    expect(sameRecord(paper, { ...paper, year: '2025' }).same).not.toBe('yes')
    expect(sameRecord(paper, { ...paper, year: '2029' }).same).not.toBe('yes')
    expect(sameRecord(paper, { ...paper, title: 'Storing long messages in a table' }).same).toBe('no')
  })
})

test('a mail key serves to compare', () => {
  expect(mailKey('A.Lee+x@Gmail.com')).toBe(mailKey('alee@googlemail.com'))
  expect(mailKey('a.lee@kite.io')).not.toBe(mailKey('alee@kite.io'))
})

describe('whatever stands in a record', () => {
  const field = fc.constantFrom(
    'given_name',
    'surname',
    'name',
    'addr',
    'address_2',
    'phone',
    'email',
    'date_of_birth',
    'title',
    'authors',
    'year',
    'class',
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.integer(),
    fc.constant(null),
    fc.constantFrom('&#1114112;', '(', 'a b', '12 st.'),
  )
  const record = fc.dictionary(field, value)

  test('it never throws, knows a score between 0 and 1, and does not mind which comes first', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const verdict = sameRecord(a, b)
        expect(verdict.score).toBeGreaterThanOrEqual(0)
        expect(verdict.score).toBeLessThanOrEqual(1)
        expect(sameRecord(b, a).score).toBeCloseTo(verdict.score, 6)
      }),
      { numRuns: 1000 },
    )
  })
})
