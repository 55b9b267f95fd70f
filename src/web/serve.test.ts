import { createServer } from 'node:net'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { serve } from './serve.ts'

const app = new Hono().get('/', (c) => c.text('hi'))

test('a taken port is one sentence that names the setting', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(serve(app, { host: '127.0.0.1', port, setting: 'PORT' })).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: `Port ${port} on 127.0.0.1 is in use. Stop what uses it, or set PORT to another port.`,
  })
  other.close()
})

test('an address that is not of this machine is a sentence about HOST', async () => {
  await expect(serve(app, { host: '203.0.113.7', port: 0, setting: 'PORT' })).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining('HOST is 203.0.113.7'),
  })
})

test('closing lets an open answer end, cuts an endless one, and frees the port', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const slow = new Hono()
    .get('/slow', async (c) => {
      begin()
      await new Promise((resolve) => setTimeout(resolve, 100))
      return c.text('done')
    })
    .get(
      '/endless',
      () => new Response(new ReadableStream({ start: (out) => out.enqueue(new TextEncoder().encode('.')) })),
    )
  const listening = await serve(slow, { host: '127.0.0.1', port: 0, setting: 'PORT' })
  const origin = `http://127.0.0.1:${listening.port}`
  const endless = await fetch(`${origin}/endless`)
  const answer = fetch(`${origin}/slow`)
  await begun
  const closed = listening.close()
  expect(await (await answer).text()).toBe('done')
  await closed
  await expect(endless.text()).rejects.toThrow()
  await expect(fetch(origin)).rejects.toThrow()
  const again = await serve(slow, { host: '127.0.0.1', port: listening.port, setting: 'PORT' })
  await again.close()
})
