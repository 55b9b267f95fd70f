import { expect, test } from 'vitest'
import { readPersonLine } from './read-person.ts'

test('the answer bears the id and what was found, without offsets', () => {
  expect(readPersonLine({ id: '7', text: 'Dr. Ann Lee' })).toEqual({
    id: '7',
    found: [{ kind: 'person', text: 'Dr. Ann Lee', value: 'Ann Lee', given: 'Ann', family: 'Lee' }],
  })
})

test('the country of the line decides where a number is dialled', () => {
  const values = ['DE', 'FR', undefined].map(
    (country) => readPersonLine({ id: '1', text: 'Tel 030 901820', ...(country ? { country } : {}) }).found[0]?.value,
  )
  expect(values).toEqual(['+4930901820', '030901820', '030901820'])
})
