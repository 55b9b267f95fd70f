import { expect, test } from 'vitest'
import { KINDS } from '../request.ts'
import { decide } from './decide.ts'
import { asks, client, facts, meeting, moment, policy, which } from './facts.fixture.ts'

const secret = meeting('s', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z', { title: 'Merger' })

/** To meet the team, and to be written to by a person. */
const OPEN_TO_STRANGERS = new Set(['book', 'find', 'person'])

test('a stranger gets no calendar, whatever is asked', () => {
  const { principal } = client()
  const stranger = client({ principal: { ...principal, kind: 'stranger' }, events: [secret] })
  for (const kind of KINDS) {
    const ruling = decide(asks(kind, { which: which(), when: moment('2026-11-24T10:00:00Z') }), stranger, policy)
    const silent = kind === 'rsvp'
    if (!OPEN_TO_STRANGERS.has(kind)) expect(ruling.type, kind).toBe(silent ? 'nothing' : 'refuse')
    expect(JSON.stringify(ruling), kind).not.toContain('Merger')
  }
})

test('the same question is not asked twice: it goes to a person', () => {
  expect(decide(asks('book', { stuck: true }), facts(), policy)).toMatchObject({
    type: 'flag',
    reason: 'AMBIGUOUS_AFTER_ASK',
  })
})

test('dropped is dropped', () => {
  expect(decide(asks('book', { dropped: true, when: moment('2026-11-24T15:00:00Z') }), facts(), policy)).toMatchObject({
    type: 'answer',
  })
})
