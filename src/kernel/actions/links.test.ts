import { expect, test } from 'vitest'
import { brokenLink, called, journaled, linkedActions } from './links.ts'

const DEAL = { draft: { name: 'plan:0', account: 'plan:0', contact: null } }

test('a link is written as the action that makes the record, and called as the record', () => {
  const kept = journaled('deal.create', DEAL, (place) => `t.${place + 3}`)
  expect(kept).toEqual({ draft: { name: 'plan:0', account: 'made:t.3', contact: null } })
  expect(linkedActions('deal.create', kept)).toEqual(['t.3'])
  expect(called('deal.create', kept, (action) => `record of ${action}`)).toEqual({
    draft: { name: 'plan:0', account: 'record of t.3', contact: null },
  })
  expect(DEAL.draft.account).toBe('plan:0')
})

test.each([
  ['an earlier part', 'plan:0', 1, null],
  ['itself', 'plan:1', 1, 'plan:1'],
  ['a later part', 'plan:2', 1, 'plan:2'],
  ['no part at all', 'plan:x', 1, 'plan:x'],
  ['what only the journal says', 'made:t.0', 1, 'made:t.0'],
  ['a record', 'a1', 1, null],
] as const)('a link to %s', (_what, account, at, expected) => {
  expect(brokenLink('deal.create', { draft: { account } }, at)).toBe(expected)
})

test('nothing is a link where the kind allows none', () => {
  const args = { id: 'plan:0', ops: [{ path: 'account', before: null, after: 'plan:0' }] }
  expect(brokenLink('deal.update', args, 0)).toBeNull()
  expect(journaled('deal.update', args, () => 'x')).toEqual(args)
  expect(journaled('activity.create', { draft: {} }, () => 'x')).toEqual({ draft: {} })
})
