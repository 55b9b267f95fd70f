import { expect, test } from 'vitest'
import { decideBook } from './book.ts'
import { asks, client, facts, meeting, moment, policy, seatsFor } from './facts.fixture.ts'
import { week } from './fixture.ts'

const AT_TEN = moment('2026-11-24T10:00:00Z')
const booked = (by: string) =>
  meeting('e', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z', { title: 'Secret', organizer: by })
const world = (by: string) => {
  const events = [booked(by)]
  return { events, seats: seatsFor(['Mia', 'Sam'], events), named: ['sam@northwind.example'] }
}
const book = asks('book', { when: AT_TEN })

test('nothing against it: done', () => {
  expect(decideBook(book, facts(), policy)).toMatchObject({
    type: 'propose',
    actions: [{ kind: 'calendar.create', args: { overlap: false } }],
  })
})

test('an own meeting is a question, and the asker may insist', () => {
  const mine = facts(world('mia@northwind.example'))
  expect(decideBook(book, mine, policy)).toMatchObject({
    type: 'ask',
    question: { choices: [{ value: 'book anyway' }, {}, {}] },
  })
  expect(decideBook({ ...book, overlap: true }, mine, policy)).toMatchObject({
    type: 'propose',
    actions: [{ args: { overlap: true } }],
  })
})

test("a colleague's meeting is a question; insisting is for them to decide", () => {
  const theirs = facts(world('sam@northwind.example'))
  expect(decideBook(book, theirs, policy)).toMatchObject({ type: 'ask' })
  expect(decideBook({ ...book, overlap: true }, theirs, policy)).toMatchObject({ type: 'flag', reason: 'CONFLICT' })
})

test("a colleague's day off is theirs, the asker's own is not in the way", () => {
  const seats = seatsFor(['Mia', 'Sam'], []).map((seat) => ({ ...seat, hours: week('mon', '09:00-17:00') }))
  expect(decideBook(book, facts({ seats: seats.slice(0, 1) }), policy)).toMatchObject({ type: 'propose' })
  const said = { ...book, when: book.when && { ...book.when, span: [0, 7] as [number, number] } }
  expect(decideBook(said, facts({ seats }), policy)).toMatchObject({ type: 'ask' })
  const flag = { type: 'flag', reason: 'AUTHORITY', owner: 'sam@northwind.example' }
  expect(decideBook({ ...said, overlap: true }, facts({ seats }), policy)).toMatchObject(flag)
  expect(decideBook(book, facts({ seats }), policy), 'an offered time outside their hours').toMatchObject(flag)
})

test('protected time of a colleague is asked about, tentative things are not', () => {
  const energy = { deep: week('tue', '09:00-12:00'), high: week('sun', '00:00-00:01'), low: week('sun', '00:00-00:01') }
  const [mia, sam] = seatsFor(['Mia', 'Sam'], [])
  const seats = mia && sam ? [mia, { ...sam, energy }] : []
  expect(decideBook(book, facts({ seats }), policy)).toMatchObject({ type: 'ask' })
  const maybe = [{ ...booked('mia@northwind.example'), status: 'tentative' as const }]
  expect(decideBook(book, facts({ events: maybe, seats: seatsFor(['Mia'], maybe) }), policy)).toMatchObject({
    type: 'propose',
  })
})

test('outsiders hear of other times and never why, whatever they insist on', () => {
  const theirs = client({ ...world('mia@northwind.example'), named: [] })
  for (const overlap of [false, true]) {
    const ruling = decideBook({ ...book, overlap }, theirs, policy)
    expect(ruling).toMatchObject({ type: 'ask' })
    expect(JSON.stringify(ruling)).not.toMatch(/Secret|book anyway/)
  }
})

test('a time that has passed is asked again', () => {
  expect(decideBook({ ...book, when: moment('2026-11-20T10:00:00Z') }, facts(), policy)).toMatchObject({
    type: 'ask',
    question: { slots: ['when'] },
  })
})
