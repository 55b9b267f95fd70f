import { expect, test } from 'vitest'
import { isWorse } from './watch.ts'

test.each([
  [[6, 20], [15, 100], true],
  [[5, 20], [15, 100], false],
  [[2, 20], [0, 200], true],
  [[2, 20], [0, 0], true],
  [[20, 20], [10, 10], false],
])('%j after %j is worse: %j', ([bad = 0, ended = 0], [badThen = 0, endedThen = 0], worse) => {
  expect(isWorse({ bad, ended }, { bad: badThen, ended: endedThen })).toBe(worse)
})
