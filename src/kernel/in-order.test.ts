import { expect, test } from 'vitest'
import { InOrder } from './in-order.ts'

/** A line in which every name is made ready when the test says so, and ends when it says so. */
function line() {
  const order = new InOrder()
  const begun: string[] = []
  const ready = new Map<string, PromiseWithResolvers<void>>()
  const ended = new Map<string, PromiseWithResolvers<void>>()
  const run = (lane: string, name: string) => {
    ready.set(name, Promise.withResolvers())
    ended.set(name, Promise.withResolvers())
    return order.run(
      lane,
      async () => ready.get(name)?.promise,
      async () => {
        begun.push(name)
        await ended.get(name)?.promise
        return name
      },
    )
  }
  return { begun, ready, ended, run }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

test('what is ready sooner does not overtake in its lane; another lane waits for nothing', async () => {
  const { begun, ready, run } = line()
  void run('a', 'slow')
  void run('a', 'quick')
  void run('b', 'other')
  for (const name of ['quick', 'other']) ready.get(name)?.resolve()
  await soon()
  expect(begun).toEqual(['other'])
  ready.get('slow')?.resolve()
  await soon()
  expect(begun).toEqual(['other', 'slow', 'quick'])
})

test('the next begins before the end of the one before it, and each gets its own result', async () => {
  const { begun, ready, ended, run } = line()
  const [first, second] = [run('a', 'first'), run('a', 'second')]
  for (const one of ready.values()) one.resolve()
  await soon()
  expect(begun).toEqual(['first', 'second'])
  ended.get('second')?.resolve()
  expect(await second).toBe('second')
  ended.get('first')?.resolve()
  expect(await first).toBe('first')
})

test('what cannot be made ready, or fails later, holds up nothing behind it', async () => {
  const { ready, ended, run } = line()
  const [unready, failing, last] = [run('a', 'unready'), run('a', 'failing'), run('a', 'last')]
  const outcomes = Promise.allSettled([unready, failing, last])
  ready.get('unready')?.reject(new Error('not ready'))
  for (const name of ['failing', 'last']) ready.get(name)?.resolve()
  ended.get('failing')?.reject(new Error('no end'))
  ended.get('last')?.resolve()
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
})
