import { expect, test } from 'vitest'
import { Rush } from './rush.ts'

test('a few at once are no rush; many are, until nothing comes any more', async () => {
  const rush = new Rush()
  for (let event = 0; event < 4; event++) rush.add()
  expect(rush.isOn).toBe(false)
  for (let event = 0; event < 5; event++) rush.add()
  expect(rush.isOn).toBe(true)
  let came = 0
  const more = setInterval(() => {
    rush.add()
    if (++came === 3) clearInterval(more)
  }, 5)
  await rush.over()
  expect([came, rush.isOn]).toEqual([3, false])
})
