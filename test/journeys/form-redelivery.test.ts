import { expect, test } from 'vitest'
import { formsDesk, JO } from '#test/harness/forms.ts'

const headers = { accept: 'application/json' }
type Answer = { duplicate: boolean; reply: string | null }

test('the same post twice is one row, answered with the first answer', async () => {
  const desk = await formsDesk()
  const first = (await (await desk.send({ body: JO, headers })).json()) as Answer
  const second = (await (await desk.send({ body: JO, headers })).json()) as Answer
  expect([first.duplicate, second.duplicate]).toEqual([false, true])
  expect(second.reply).toBe(first.reply)
  expect(desk.journal()).toHaveLength(1)
})

test('twenty of the same at once are one row too', async () => {
  const desk = await formsDesk()
  const body = { ...JO, nd_id: 'one-click' }
  const answers = await Promise.all(Array.from({ length: 20 }, () => desk.send({ body, headers })))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  expect(desk.journal()).toHaveLength(1)
})

test('across the turn of ten minutes a double is still one, and an hour later it is a second message', async () => {
  const desk = await formsDesk()
  const send = async (at: string) => {
    desk.clock.set(Date.parse(at) - 10_000)
    return ((await (await desk.send({ body: JO, headers })).json()) as Answer).duplicate
  }
  expect(await send('2026-11-23T10:09:58Z')).toBe(false)
  expect(await send('2026-11-23T10:10:03Z')).toBe(true)
  expect(await send('2026-11-23T10:19:50Z')).toBe(true)
  expect(await send('2026-11-23T10:21:00Z')).toBe(false)
  expect(desk.journal()).toHaveLength(2)
})

test('what the sender names is the same by that name, of one sender and through one door only', async () => {
  const desk = await formsDesk()
  const send = async (fields: object) => {
    const body = { ...JO, nd_id: '1', ...fields }
    return ((await (await desk.send({ body, headers })).json()) as Answer).duplicate
  }
  expect(await send({})).toBe(false)
  expect(await send({ message: 'Never mind the wording.' })).toBe(true)
  expect(await send({ email: 'kim@acme.example' })).toBe(false)
  expect(await send({ nd_id: '2' })).toBe(false)
  expect(((await (await desk.sign(JSON.stringify({ ...JO, nd_id: '1' }))).json()) as Answer).duplicate).toBe(false)
  expect(desk.journal()).toHaveLength(4)
})

test('one person in one form is one conversation, whatever the spelling of the address; others are not', async () => {
  const desk = await formsDesk()
  for (const [form, email] of [
    ['contact', 'jo.park@acme.example'],
    ['contact', 'Jo.Park+web@ACME.example'],
    ['contact', 'kim@acme.example'],
    ['shop', 'jo.park@acme.example'],
  ] as const)
    await desk.send({ form, body: { ...JO, email, message: `From ${form} ${email}` } })
  const [first, second, other, shop] = desk.journal().map(({ event }) => event.conversation)
  expect(second).toBe(first)
  expect(new Set([first, other, shop]).size).toBe(3)
  expect(first).not.toContain('acme')
})

test('who leaves no address is somebody new each time', async () => {
  const desk = await formsDesk()
  await desk.send({ body: { message: 'What does a website cost?' } })
  await desk.send({ body: { message: 'What does a shop cost?' } })
  const [first, second] = desk.journal().map(({ event }) => event.conversation)
  expect(first).not.toBe(second)
})
