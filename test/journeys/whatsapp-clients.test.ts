import { expect, test } from 'vitest'
import { heardSince } from '#store/journal/history.ts'
import { CLIENT, MIA, WHATSAPP_POLICY, whatsAppDesk } from '../harness/twilio/desk.ts'
import { sentFile } from '../harness/twilio/server.ts'

const FREE = `${WHATSAPP_POLICY}scheduling: {autonomy: {external_new: act}}\n`
const ASK = 'can I book 30 min with Mia on Thursday at 11am?'

test('a client books by WhatsApp: asked with a list, answered with a tap, and told what was booked', async () => {
  const desk = await whatsAppDesk({ policy: FREE })
  await desk.say(CLIENT, 'can I book 30 min with Mia on Thursday?')
  const offer = desk.twilio.to(CLIENT).at(-1)
  expect(offer?.options.length).toBeGreaterThan(1)
  expect(desk.said(CLIENT)[0]).toMatch(/^This is the automated assistant of Northwind Studio; people of the team/)
  const [first] = offer?.options ?? []
  await desk.say(CLIENT, first?.label ?? '', {
    ListId: first?.payload ?? '',
    OriginalRepliedMessageSid: offer?.sid ?? '',
  })
  expect(desk.said(CLIENT).at(-1)).toMatch(/^Booked /)
  expect((await desk.made.local.records()).calendar).toHaveLength(1)
  expect(desk.said(CLIENT).filter((text) => /automated assistant/.test(text))).toHaveLength(1)
})

test('where Twilio keeps no shapes the list is written out, and a number answers it', async () => {
  const desk = await whatsAppDesk({ policy: FREE })
  desk.twilio.keepsContents = false
  await desk.say(CLIENT, 'can I book 30 min with Mia on Thursday?')
  expect(desk.twilio.to(CLIENT).at(-1)).toMatchObject({ options: [], body: expect.stringMatching(/\n1\. .*\n2\. /) })
  await desk.say(CLIENT, '2')
  expect(desk.said(CLIENT).at(-1)).toMatch(/^Booked /)
})

test('each shape of a list is made once, also over a restart', async () => {
  const desk = await whatsAppDesk({ policy: FREE })
  await desk.say(CLIENT, 'can I book 30 min with Mia on Thursday?')
  await desk.say('+447700900124', 'can I book 30 min with Mia on Friday?')
  await desk.stop()
  const { twilio, home, clock } = desk
  const second = await whatsAppDesk({ policy: FREE, twilio, home, clock })
  await second.say('+447700900125', 'can I book 30 min with Mia on Friday?')
  const names = twilio.contents.map(({ friendly_name: name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(0)
})

test('Twilio delivers the same message again while the first waits for a person: one task, one flag, one answer', async () => {
  const desk = await whatsAppDesk()
  await desk.say(MIA, 'help')
  for (let delivery = 0; delivery < 4; delivery++) expect(await desk.say(CLIENT, ASK, { MessageSid: 'SM1' })).toBe(200)
  expect(await desk.flags()).toHaveLength(1)
  expect(desk.twilio.to(CLIENT)).toHaveLength(1)
  expect(desk.twilio.to(MIA).filter(({ body }) => body.startsWith('Decide:'))).toHaveLength(1)
})

test('a voice note and a picture are answered with what the desk can do', async () => {
  const desk = await whatsAppDesk()
  for (const type of ['audio/ogg', 'image/jpeg'])
    await desk.say(CLIENT, '', sentFile(desk.twilio, { type, bytes: 40_000 }))
  expect(desk.said(CLIENT)).toEqual([
    expect.stringMatching(/I cannot read voice notes or pictures yet\./),
    expect.stringMatching(/I cannot read voice notes or pictures yet\./),
  ])
})

test('a file that is not taken is answered with why, in the language they write, and what is said beside it is done', async () => {
  const desk = await whatsAppDesk({ policy: FREE })
  const program = () => sentFile(desk.twilio, { type: 'application/x-msdownload', bytes: 900 }, 'image/png')
  await desk.say(CLIENT, ASK, program())
  expect(desk.said(CLIENT).at(-1)).toMatch(/\nBooked .*\nI cannot take files of that kind: send a picture or a PDF/s)
  await desk.say(CLIENT, '', sentFile(desk.twilio, { type: 'video/mp4', bytes: 20_000_000 }))
  expect(desk.said(CLIENT).at(-1)).toMatch(/^That file is too large for me\./)
  await desk.say('+447700900124', 'Guten Tag, ich hätte gern am Donnerstag einen Termin mit Mia', program())
  expect(desk.said('+447700900124').at(-1)).toMatch(/Dateien dieser Art kann ich nicht annehmen/)
  await desk.say(MIA, '', program())
  expect(desk.said(MIA).at(-1)).toMatch(/^I cannot take files of that kind/)
})

test('a text right after a file does not overtake it, however slow the store of the files is', async () => {
  const desk = await whatsAppDesk({ policy: FREE })
  const journal = () => desk.made.sql.read(() => heardSince(`whatsapp:${CLIENT}`, 0, 5))
  const late = sentFile(desk.twilio, { status: 404 })
  const said = [desk.say(CLIENT, 'see this', late), desk.say(CLIENT, ASK)]
  await expect.poll(journal).toEqual(['see this', ASK])
  desk.twilio.media.set(new URL(late.MediaUrl0 ?? '').pathname, { type: 'application/zip', bytes: 900 })
  expect(await Promise.all(said)).toEqual([200, 200])
  expect(desk.said(CLIENT)).toEqual([expect.stringMatching(/cannot take files/), expect.stringMatching(/^Booked /)])
})

test('a voice note is no answer: what was asked stays open, and a member is told the same', async () => {
  const desk = await whatsAppDesk({ policy: FREE })
  const note = sentFile(desk.twilio, { type: 'audio/ogg', bytes: 9000 })
  await desk.say(CLIENT, 'can I book 30 min with Mia on Thursday?')
  await desk.say(CLIENT, '', note)
  expect(desk.said(CLIENT).at(-1)).toMatch(/^I cannot read voice notes/)
  await desk.say(CLIENT, '1')
  expect(desk.said(CLIENT).at(-1)).toMatch(/^Booked /)
  await desk.say(MIA, '', note)
  expect(desk.said(MIA).at(-1)).toMatch(/^I cannot read voice notes/)
})

test('who took over hears of a file, too', async () => {
  const desk = await whatsAppDesk()
  await desk.say(MIA, 'help')
  await desk.say(CLIENT, ASK)
  await desk.say(MIA, '3')
  const before = desk.said(CLIENT).length
  await desk.say(CLIENT, 'see this', sentFile(desk.twilio, { type: 'image/png', bytes: 9000 }))
  expect(desk.said(MIA).at(-1)).toMatch(/wrote in what you took over: "see this" \(with files, .*image\/png\)/)
  await desk.say(CLIENT, 'and this', sentFile(desk.twilio, { type: 'application/zip', bytes: 9000 }))
  expect(desk.said(MIA).at(-1)).toMatch(/application\/zip \(of a kind that is not taken\)\)/)
  expect(desk.said(CLIENT)).toHaveLength(before)
})

test('STOP is confirmed once and START takes it back; what people call themselves is only what they say', async () => {
  const desk = await whatsAppDesk()
  await desk.say(CLIENT, 'hello', { ProfileName: 'Mia Chen (CEO)\u202E' })
  await desk.say(CLIENT, 'STOP')
  await desk.say(CLIENT, 'arrêtez de m’écrire')
  expect(desk.said(CLIENT).filter((text) => /To take that back, send START|START/.test(text))).toHaveLength(1)
  await desk.say(CLIENT, 'START')
  expect(desk.said(CLIENT).at(-1)).toMatch(/^Bon retour/)
})
