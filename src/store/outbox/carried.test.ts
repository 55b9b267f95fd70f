import { expect, test } from 'vitest'
import { CARRIED, type Carried } from '#ports/channel.ts'
import { further } from './carried.ts'

const after = (...said: Carried[]): Carried | null => said.reduce<Carried | null>((was, one) => further(was, one), null)

test('reports that come out of order, or again, never lead back', () => {
  expect(after('queued', 'sent', 'delivered', 'read')).toBe('read')
  expect(after('read', 'delivered', 'sent', 'queued', 'read')).toBe('read')
  expect(after('delivered', 'sent', 'delivered')).toBe('delivered')
})

test('what failed stays so, and what arrived did not fail', () => {
  for (const late of CARRIED) expect(after('sent', 'failed', late)).toBe('failed')
  expect(after('delivered', 'failed')).toBe('delivered')
  expect(after('read', 'failed')).toBe('read')
})
