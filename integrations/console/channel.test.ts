import { expect, test } from 'vitest'
import { Outbound } from '#kernel/outbound.ts'
import type { Delivery } from '#ports/channel.ts'
import { consoleChannel } from './channel.ts'

test('a delivery is announced as it is, key and all', async () => {
  const heard: Delivery[] = []
  const channel = consoleChannel((delivery) => heard.push(delivery))
  const delivery = {
    key: 'reply:1',
    conversation: 'console:mia',
    to: [],
    message: Outbound.parse({ type: 'reply', text: 'Booked.' }),
  }
  expect(await channel.send(delivery)).toEqual({ providerId: null })
  expect(heard).toEqual([delivery])
})

test('a listener that fails makes the send fail, so that the outbox tries again', async () => {
  const channel = consoleChannel(() => {
    throw new Error('gone')
  })
  const message = Outbound.parse({ type: 'reply', text: 'Hi' })
  await expect(channel.send({ key: 'k', conversation: 'c', to: [], message })).rejects.toThrow('gone')
})
