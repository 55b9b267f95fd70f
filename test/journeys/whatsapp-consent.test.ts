import { expect, test } from 'vitest'
import { consentOf } from '#store/consents.ts'
import { CLIENT, MIA, type WhatsAppDesk } from '../harness/twilio/desk.ts'
import { deskWithPia } from '../harness/twilio/with-client.ts'

const HOUR = 3_600_000
const THERE = { channel: 'whatsapp', conversation: `whatsapp:${CLIENT}` }
const consent = (desk: WhatsAppDesk) => desk.made.sql.read(() => consentOf(THERE))

/** What a number is sent when somebody says something. */
async function heard(desk: WhatsAppDesk, listener: string, speaker: string, text: string): Promise<string> {
  const before = desk.said(listener).length
  await desk.say(speaker, text)
  return desk.said(listener).slice(before).join('\n')
}

test('STOP in the middle of arranging a time: one confirmation, then silence until START; "cancel" is the meeting', async () => {
  const desk = await deskWithPia()
  await desk.say(CLIENT, 'can we talk with Mia on Thursday?')
  expect(await consent(desk)).toMatchObject({
    state: 'given',
    how: 'wrote',
    words: 'can we talk with Mia on Thursday?',
  })
  expect(await heard(desk, CLIENT, CLIENT, 'STOP')).toMatch(/^Done: you will not hear from us here/)
  expect(await heard(desk, CLIENT, CLIENT, 'stop')).toBe('')
  // Nothing of the team's, in whichever words, and nothing later of the open question.
  for (const words of ['tell pia the report is friday', 'whatsapp pia that it is urgent', 'let acme know it is urgent'])
    expect(await heard(desk, MIA, MIA, words)).toMatch(/asked for silence on WhatsApp \("STOP"\)/)
  expect(await heard(desk, MIA, MIA, 'pia agreed to whatsapp on the phone today')).toMatch(
    /asked for silence there themselves/,
  )
  const before = desk.said(CLIENT).length
  await desk.pass(72 * HOUR)
  expect(desk.said(CLIENT).length).toBe(before)
  // Who writes is answered, and that takes nothing back.
  expect(await heard(desk, CLIENT, CLIENT, 'can we talk with Mia on Friday at 2pm?')).not.toBe('')
  expect((await consent(desk))?.state).toBe('withdrawn')
  expect(await heard(desk, CLIENT, CLIENT, 'START')).toMatch(/^Welcome back/)
  expect(await consent(desk)).toMatchObject({ state: 'given', how: 'words', words: 'START' })
  expect(await heard(desk, MIA, MIA, 'tell pia the report is friday')).toMatch(/Write to Pia Lund by WhatsApp/)
})

test('"cancel" beside a meeting means the meeting, and takes no consent', async () => {
  const desk = await deskWithPia()
  await desk.say(CLIENT, 'can I book 30 min with Mia on Thursday at 11am?')
  expect(await heard(desk, CLIENT, CLIENT, 'cancel')).not.toMatch(/you will not hear/)
  expect((await consent(desk))?.state).toBe('given')
})

test('"arrêtez de m\'écrire" is the same, and is confirmed in French', async () => {
  const desk = await deskWithPia()
  await desk.say(CLIENT, 'on peut se voir jeudi ?')
  expect(await heard(desk, CLIENT, CLIENT, "arrêtez de m'écrire")).toMatch(/^C’est fait/)
  expect(await consent(desk)).toMatchObject({ state: 'withdrawn', words: "arrêtez de m'écrire" })
})

test('erasing somebody leaves that they asked for silence, and nothing of their words', async () => {
  const desk = await deskWithPia()
  await desk.say(CLIENT, 'please stop messaging me')
  await desk.say(MIA, 'erase pia@acme.example')
  expect(await consent(desk)).toMatchObject({ state: 'withdrawn', words: '' })
  expect(await heard(desk, MIA, MIA, 'message pia on whatsapp that all is well')).toMatch(
    /asked for silence on WhatsApp,/,
  )
})
