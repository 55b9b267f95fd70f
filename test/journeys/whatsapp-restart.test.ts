import { expect, test } from 'vitest'
import { CLIENT, MIA, whatsAppDesk } from '../harness/twilio/desk.ts'

const ASK = 'can I book 30 min with Mia on Thursday at 11am?'

test('a desk that stops behind a message that Twilio took sends it once, and the number of a card still decides', async () => {
  const first = await whatsAppDesk()
  await first.say(MIA, 'help')
  // Twilio takes the answer and the line is cut: the desk cannot know, and is stopped before it tries again.
  first.twilio.fault('taken')
  await first.say(CLIENT, ASK)
  expect(first.said(CLIENT)).toHaveLength(1)
  await first.stop()
  const { twilio, home, clock } = first
  clock.set(clock.nowMs() + 10_000)
  const desk = await whatsAppDesk({ twilio, home, clock })
  expect(desk.said(CLIENT)).toHaveLength(1)
  expect(desk.said(MIA).filter((text) => text.startsWith('Decide:'))).toHaveLength(1)
  await desk.say(MIA, '1')
  expect(desk.said(CLIENT).at(-1)).toMatch(/^Booked /)
})

test('what waits for somebody to write still waits after a restart, and they are not asked twice', async () => {
  const first = await whatsAppDesk()
  await first.say(CLIENT, ASK)
  const reopened = () => first.twilio.to(MIA).filter(({ template }) => template === 'reopen')
  expect(reopened()).toHaveLength(1)
  await first.stop()
  const { twilio, home, clock } = first
  const desk = await whatsAppDesk({ twilio, home, clock })
  expect(reopened()).toHaveLength(1)
  await desk.say(MIA, 'yes?')
  expect(desk.said(MIA).filter((text) => text.startsWith('Decide:'))).toHaveLength(1)
})
