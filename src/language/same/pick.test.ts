import { describe, expect, test } from 'vitest'
import { pickByName, pickRecord } from './pick.ts'

const accounts = (...names: string[]) => names.map((name) => ({ value: name, names: [name] }))

describe('a name among several', () => {
  test.each([
    ['globex', ['Globex Corporation', 'Initech Ltd'], 'Globex Corporation'],
    ['müller', ['Mueller & Co', 'Müller AG'], 'Müller AG'],
    ['acme gmbh', ['Acme GmbH', 'Acme Ltd'], 'Acme GmbH'],
    ['the kite company', ['Kite S.A.', 'Night Ltd'], 'Kite S.A.'],
    ['Lee, Ann', ['Ann Lee', 'Anna Leeds'], 'Ann Lee'],
  ])('%s', (said, names, meant) => {
    const picked = pickByName(said, accounts(...names))
    expect(picked).toMatchObject({ same: 'yes', choices: [{ candidate: meant }] })
  })

  test('two legal forms of one name are asked about, and at most four are offered', () => {
    const picked = pickByName('acme', accounts('Acme Ltd', 'Acme GmbH', 'Acme Inc', 'Acme SL', 'Acme Oy', 'Globex'))
    expect(picked.same).toBe('ask')
    expect(picked.choices).toHaveLength(4)
  })

  test('a part of a name, and what only sounds like one, are asked about', () => {
    expect(pickByName('acme', accounts('Acme Studio GmbH')).same).toBe('ask')
    expect(pickByName('akme', accounts('Acme Ltd')).same).toBe('ask')
  })

  test('an unknown name is nobody', () => {
    expect(pickByName('hooli', accounts('Acme Ltd', 'Initech', 'Globex'))).toEqual({ same: 'no', choices: [] })
    expect(pickByName('', accounts('Acme Ltd')).same).toBe('no')
  })

  test('aliases count like names, and the context decides between two', () => {
    expect(pickByName('the bank', [{ value: 1, names: ['Nordwind Kredit AG', 'The Bank'] }]).same).toBe('yes')
    const two = [
      { value: 'mine', names: ['Acme Ltd'], context: 0.05 },
      { value: 'other', names: ['Acme GmbH'], context: -0.1 },
    ]
    expect(pickByName('acme', two)).toMatchObject({ same: 'yes', choices: [{ candidate: 'mine' }] })
  })

  test('the grounds are said', () => {
    expect(pickByName('acme gmbh', accounts('Acme Ltd')).choices[0]?.grounds).toEqual([
      '"acme gmbh" is like "Acme Ltd"',
      'another legal form',
    ])
  })
})

test('a record among several', () => {
  const people = [
    { given_name: 'Ann', surname: 'Lee', phone: '+44 7700 900123' },
    { given_name: 'Ann', surname: 'Leigh', phone: '+44 7700 900999' },
  ]
  const picked = pickRecord({ given_name: 'Anne', surname: 'Lee', phone: '07700 900123' }, people, (one) => one)
  expect(picked).toMatchObject({ same: 'yes', choices: [{ candidate: people[0] }] })
})
