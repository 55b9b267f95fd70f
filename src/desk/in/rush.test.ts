import { expect, test } from 'vitest'
import { Rush } from './rush.ts'

test('a few at once are no rush, however many come in the long run', () => {
  const rush = new Rush()
  for (let turn = 0; turn < 10; turn++) {
    for (let event = 0; event < 4; event++) rush.add()
    expect(rush.begins()).toBe(false)
  }
})

test('many at once are one, until nothing comes any more; the next one is noticed again', async () => {
  const rush = new Rush()
  for (let time = 0; time < 2; time++) {
    for (let event = 0; event < 5; event++) rush.add()
    expect([rush.begins(), rush.isOn]).toEqual([true, false])
    const waiting = rush.over()
    expect(rush.isOn).toBe(true)
    await waiting
    expect([rush.begins(), rush.isOn]).toEqual([false, false])
  }
})
