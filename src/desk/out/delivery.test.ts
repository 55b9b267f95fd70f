import { expect, test } from 'vitest'
import type { OutboxRow } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'
import { deliveryOf } from './delivery.ts'

const files = {
  type: 'notice' as const,
  to: [],
  text: 'Here it is.',
  choices: [],
  media: [{ url: 'https://northwind.example/quote.pdf', name: 'quote.pdf' }],
}
const row: OutboxRow = {
  id: 1,
  key: 'k',
  channel: 'c',
  conversation: 'c:1',
  to: [],
  message: files,
  attempts: 0,
  task: null,
  createdMs: 0,
}
const can = {
  maxTextLength: 100,
  buttons: false,
  editForm: false,
  editSent: false,
  idempotentSend: true,
  members: false,
}

test('a file goes with a message where it can; elsewhere it is said where it is', async () => {
  const of = async (media: boolean) =>
    (await deliveryOf({} as DeskContext, { capabilities: { ...can, media } }, row, false)).message
  expect(await of(true)).toEqual(files)
  expect(await of(false)).toMatchObject({ text: 'Here it is.\nquote.pdf: https://northwind.example/quote.pdf' })
})
