import { describe, expect, test } from 'vitest'
import { MINUTE_MS } from '#kernel/units.ts'
import { facts, meeting, policy, seatsFor } from './facts.fixture.ts'
import { at, block, search, seat } from './fixture.ts'
import { bookLegs, LEG, legsAt } from './legs.ts'
import { findSlots } from './slots.ts'
import { isFar, type TravelPolicy, type Where, wayMs, waysTo, whereOf } from './travel.ts'

const travel: TravelPolicy = {
  ...policy.travel,
  mode: 'matrix',
  base: 'London office',
  placesMs: { 'London office': { 'Dishoom Shoreditch': 20 * MINUTE_MS, Heathrow: 75 * MINUTE_MS } },
  aliases: { 'Dishoom Shoreditch': ['dishoom'], 'London office': ['1 High St'] },
}
const minutes = (from: Where, to: Where, over: Partial<TravelPolicy> = {}) =>
  wayMs(from, to, { ...travel, ...over }) / MINUTE_MS

describe('where a meeting is', () => {
  test.each([
    [null, 'here'],
    ['Room 4', 'here'],
    ['meeting room Ada', 'here'],
    ['1 High St, London', 'here'],
    ['Zoom', 'call'],
    ['https://meet.example/abc', 'call'],
    ['+44 20 7946 0958', 'call'],
  ])('%s is %s', (location, where) => expect(whereOf(location, travel)).toBe(where))

  test.each([
    ['Dishoom, 7 Boundary St', { name: 'Dishoom Shoreditch', known: true, city: null, airport: false }],
    ['Heathrow Terminal 5', { name: 'Heathrow', known: true, airport: true }],
    ['Café Kotti, Berlin', { name: 'Café Kotti, Berlin', known: false, city: 'berlin' }],
    ['the ivy', { name: 'The Ivy', known: false, city: null }],
  ])('%s is a place', (location, spot) => expect(whereOf(location, travel)).toMatchObject(spot))
})

describe('the way', () => {
  const dishoom = whereOf('Dishoom', travel)
  const heathrow = whereOf('Heathrow', travel)
  const ivy = whereOf('The Ivy', travel)
  test('takes what the policy says, either way round, with a margin', () => {
    expect(minutes('here', dishoom)).toBe(25)
    expect(minutes(dishoom, 'here')).toBe(25)
  })
  test('takes the default where no place or only one is known, and always in fixed mode', () => {
    expect(minutes('here', ivy)).toBe(35)
    expect(minutes(dishoom, ivy)).toBe(35)
    expect(minutes('here', dishoom, { mode: 'fixed' })).toBe(35)
  })
  test('takes longer to an airport, and not from one', () => {
    expect(minutes('here', heathrow)).toBe(140)
    expect(minutes(heathrow, 'here')).toBe(80)
  })
  test('is none between calls and rooms, nor within one place', () => {
    expect(minutes('here', 'call')).toBe(0)
    expect(minutes(dishoom, whereOf('dishoom upstairs', travel))).toBe(0)
  })
  test('keeps calls off it, unless the policy lets them be', () => {
    expect(minutes(dishoom, 'call')).toBe(25)
    expect(minutes(dishoom, 'call', { callsOk: true })).toBe(0)
  })
  test('leads to another city only where one is named', () => {
    const manchester = whereOf('Town Hall, Manchester', travel)
    expect(isFar(manchester, dishoom, 'london')).toBe(true)
    expect(isFar(manchester, dishoom, 'manchester')).toBe(false)
    expect(isFar(manchester, 'here', 'london')).toBe(false)
  })
})

describe('found times', () => {
  const planning = block('2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z')
  const starts = (over: Parameters<typeof search>[2], firm = [planning]) =>
    findSlots(search('2026-11-24T12:00:00Z', '2026-11-24T17:00:00Z', over), [seat('Mia', { firm })], 50).slots.map(
      ({ startMs }) => startMs,
    )
  test('leave the way to the place and back free', () => {
    expect(Math.min(...starts({}))).toBe(at('2026-11-24T12:00:00Z'))
    expect(Math.min(...starts({ ways: waysTo('Dishoom', travel) }))).toBe(at('2026-11-24T12:30:00Z'))
  })
  test('lie in no half of a day that is spent in another city', () => {
    const there = block('2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z', { location: 'Town Hall, Manchester' })
    expect(starts({ ways: waysTo('Dishoom', travel) }, [there])).toEqual([])
    expect(starts({ ways: waysTo('Town Hall, Manchester', travel) }, [there]).length).toBeGreaterThan(0)
  })
})

describe('entries for the way', () => {
  const span = { startMs: at('2026-11-24T13:00:00Z'), endMs: at('2026-11-24T14:00:00Z') }
  const legs = (names: string[], events = [] as ReturnType<typeof meeting>[], over: Partial<TravelPolicy> = {}) =>
    bookLegs('Dishoom', span, facts({ seats: seatsFor(names, events) }), {
      ...policy,
      travel: { ...travel, ...over },
    }).map(({ args }) => args.event as { title: string; start: string; end: string; organizer: string })

  test('are made for everybody who goes', () => {
    expect(
      legs(['Mia', 'Sam']).map((leg) => `${leg.organizer} ${leg.start.slice(11, 16)}-${leg.end.slice(11, 16)}`),
    ).toEqual([
      'mia@northwind.example 12:35-13:00',
      'mia@northwind.example 14:00-14:25',
      'sam@northwind.example 12:35-13:00',
      'sam@northwind.example 14:00-14:25',
    ])
  })
  test('never overlap what is there', () => {
    const review = meeting('e1', '2026-11-24T14:10:00Z', '2026-11-24T15:00:00Z')
    expect(legs(['Mia'], [review])[1]).toMatchObject({ start: '2026-11-24T14:00:00Z', end: '2026-11-24T14:10:00Z' })
  })
  test('are none where the policy wants none', () => expect(legs(['Mia'], [], { blocks: false })).toEqual([]))

  test('are known again by touching their meeting, and only the desk’s own', () => {
    const lunch = meeting('e1', '2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z', { location: 'Dishoom' })
    const way = (id: string, start: string, end: string, madeBy: string | null) =>
      meeting(id, start, end, { kind: 'travel', madeBy, description: LEG })
    const events = [
      lunch,
      way('to', '2026-11-24T12:35:00Z', '2026-11-24T13:00:00Z', 'desk'),
      way('own', '2026-11-24T14:00:00Z', '2026-11-24T14:25:00Z', null),
      way('other', '2026-11-24T15:00:00Z', '2026-11-24T15:25:00Z', 'desk'),
    ]
    expect(legsAt(lunch, facts({ events })).map(({ id }) => id)).toEqual(['to'])
  })
})
