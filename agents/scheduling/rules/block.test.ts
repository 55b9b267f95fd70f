import { expect, test } from 'vitest'
import { decideBlock } from './block.ts'
import { asks, client, facts, meeting, moment, policy, seatsFor } from './facts.fixture.ts'

const morning = { ...moment('2026-11-26T08:00:00Z', 240), clocked: false, kind: 'range' as const, partOfDay: 'morning' }

test('a part of a day is its working part', () => {
  expect(decideBlock(asks('block', { when: morning }), facts(), policy)).toMatchObject({
    actions: [
      {
        args: {
          event: {
            title: 'Focus time',
            kind: 'focus',
            start: '2026-11-26T09:00:00Z',
            end: '2026-11-26T12:00:00Z',
            attendees: [],
          },
        },
      },
    ],
  })
})

test('what is there already is asked about: around it, or all the same', () => {
  const events = [meeting('e', '2026-11-26T10:00:00Z', '2026-11-26T10:30:00Z')]
  const world = facts({ events, seats: seatsFor(['Mia'], events) })
  expect(decideBlock(asks('block', { when: morning }), world, policy)).toMatchObject({
    type: 'ask',
    question: { choices: [{ value: 'around it' }, { value: 'book anyway' }] },
  })
  expect(decideBlock(asks('block', { when: morning, around: true }), world, policy)).toMatchObject({
    actions: [{}, { args: { event: { start: '2026-11-26T10:30:00Z' }, overlap: false } }],
  })
  expect(decideBlock(asks('block', { when: morning, overlap: true }), world, policy)).toMatchObject({
    actions: [{ args: { overlap: true } }],
  })
})

test('whole days away are out of office, with dates', () => {
  const week = { ...moment('2026-11-30T00:00:00Z', 7 * 1440), clocked: false, wholeDays: true }
  expect(decideBlock(asks('block', { when: week, type: 'vacation' }), facts(), policy)).toMatchObject({
    actions: [
      { args: { event: { title: 'Vacation', kind: 'out_of_office', start: '2026-11-30', end: '2026-12-07' } } },
    ],
  })
})

test('a length without a time is found; outsiders block nothing', () => {
  const day = { ...moment('2026-11-26T00:00:00Z', 1440), clocked: false, wholeDays: true }
  expect(decideBlock(asks('block', { when: day, lengthMs: 7_200_000 }), facts(), policy)).toMatchObject({
    type: 'ask',
    question: { slots: ['when'] },
  })
  expect(decideBlock(asks('block', { when: morning }), client(), policy)).toMatchObject({ type: 'refuse' })
})
