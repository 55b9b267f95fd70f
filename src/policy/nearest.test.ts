import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const keys = ['scheduling', 'outreach', 'quiet_hours', 'approve_if', 'act', 'act_with_approval', 'crm']

test.each([
  ['quiet_hour', 'quiet_hours'],
  ['quietHours', 'quiet_hours'],
  ['quite_hours', 'quiet_hours'],
  ['schedulng', 'scheduling'],
  ['approve', 'approve_if'],
  ['atc', 'act'],
  ['with_approval', 'act_with_approval'],
  ['cmr', 'crm'],
  ['holidays', null],
  ['x', null],
  ['', null],
])('%s', (word, meant) => {
  expect(nearest(word, keys)).toBe(meant)
})

test('the nearest of several is taken', () => {
  expect(nearest('external_neww', ['external_existing_client', 'external_new'])).toBe('external_new')
})
