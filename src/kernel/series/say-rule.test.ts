import { expect, test } from 'vitest'
import { sayRule } from './say-rule.ts'

test.each([
  ['FREQ=WEEKLY;BYDAY=MO', 'every Monday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every other Friday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every working day'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=10', 'every Monday, Wednesday and Friday, 10 times'],
  ['FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE', 'every 3 weeks on Monday and Wednesday'],
  ['FREQ=WEEKLY', 'every week'],
  ['FREQ=DAILY;UNTIL=20261218T225959Z', 'every day, until 18 Dec 2026'],
  ['FREQ=MONTHLY;BYDAY=-1TH', 'every month on the last Thursday'],
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO', 'every 3 months on the 1st Monday'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,22', 'every month on the 1st and 22nd'],
  ['FREQ=MONTHLY;BYMONTHDAY=11;UNTIL=20270111', 'every month on the 11th, until 11 Jan 2027'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'every month, on days of its own'],
  ['FREQ=YEARLY', 'every year'],
])('%s is %s', (rule, said) => {
  expect(sayRule(rule)).toBe(said)
})
