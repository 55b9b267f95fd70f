import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { isAnswered, isWorkedOff, judge } from './judge.ts'

type Row = { seq: number; lane: string; id: string; answer?: string; state?: string }

function storeOf(rows: readonly Row[]): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.exec(
    'CREATE TABLE inbound (seq INTEGER, kind, lane, body, state, visible_ms); CREATE TABLE outbox (key, state, provider)',
  )
  const inbound = database.prepare("INSERT INTO inbound VALUES (?, 'message', ?, ?, ?, 1000)")
  const outbox = database.prepare('INSERT INTO outbox VALUES (?, ?, ?)')
  for (const { seq, lane, id, answer, state = 'done' } of rows) {
    inbound.run(seq, lane, JSON.stringify({ id, atMs: 990 }), state)
    if (answer) outbox.run(`reply:${seq}`, answer === 'queued' ? 'queued' : 'sent', answer === 'queued' ? null : answer)
  }
  return database
}

test('messages that came and were answered in order are nothing to be told of', () => {
  const store = storeOf([
    { seq: 1, lane: 'a', id: 'm1', answer: 'p1' },
    { seq: 2, lane: 'b', id: 'm2', answer: 'p3' },
    { seq: 3, lane: 'a', id: 'm3', answer: 'p2' },
  ])
  expect(judge(store, 3)).toEqual({ lost: 0, unanswered: 0, twice: 0, outOfOrder: 0, writtenMs: [10, 10, 10] })
  expect([isWorkedOff(store, 3), isAnswered(store, 3), isWorkedOff(store, 4)]).toEqual([true, true, false])
})

test('what is missing, not answered, answered under one name, or passed an earlier one is counted', () => {
  const store = storeOf([
    { seq: 1, lane: 'a', id: 'm2', answer: 'p2' },
    { seq: 2, lane: 'a', id: 'm1', answer: 'p3' },
    { seq: 3, lane: 'b', id: 'm3', answer: 'p3' },
    { seq: 4, lane: 'c', id: 'm4', answer: 'queued' },
    { seq: 5, lane: 'b', id: 'm5', answer: 'p1' },
  ])
  expect(judge(store, 6)).toMatchObject({ lost: 1, unanswered: 1, twice: 1, outOfOrder: 2 })
  expect(isAnswered(store, 5)).toBe(false)
})
