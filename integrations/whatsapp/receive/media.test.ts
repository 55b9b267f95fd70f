import { expect, onTestFinished, test } from 'vitest'
import { SetClock } from '#app/system.ts'
import { type LogFields, silentLog } from '#ports/log.ts'
import { HeardDesk } from '#test/conformance/channel.ts'
import { CLIENT, NOW, PUBLIC, posted, whatsAppSettings } from '#test/harness/twilio/desk.ts'
import { type Kept, sentFile, signed, TwilioServer } from '#test/harness/twilio/server.ts'
import { WhatsAppChannel } from '../channel.ts'
import { whatsAppSettings as read } from '../settings.ts'

const PICTURE: Kept = { type: 'image/jpeg', bytes: 40_000 }

async function server(): Promise<TwilioServer> {
  const twilio = new TwilioServer()
  await twilio.open()
  onTestFinished(() => twilio.close())
  return twilio
}

async function channel(timeoutMs?: number) {
  const twilio = await server()
  const settings = read({ ...whatsAppSettings(twilio), PUBLIC_URL: PUBLIC })
  if (!settings) throw new Error('not set up')
  const logged: LogFields[] = []
  const log = { ...silentLog, warn: (fields: LogFields) => void logged.push(fields) }
  const kit = { clock: new SetClock(Date.parse(NOW)), log, people: () => [], verbs: () => [] }
  const whatsapp = new WhatsAppChannel(settings, kit, timeoutMs === undefined ? {} : { timeoutMs })
  const desk = new HeardDesk()
  await whatsapp.start(desk)
  twilio.calls.length = 0
  const hear = async (more: Record<string, string>) => {
    const params = posted(CLIENT, { MessageSid: 'SM1', Body: 'see this', ...more })
    const answer = await whatsapp.hook(signed(`${PUBLIC}/hooks/whatsapp`, params))
    const media = desk.heard.at(-1)?.media
    return { status: answer.status, media: media && (await whatsapp.look(media)) }
  }
  return { twilio, logged, desk, hear }
}

test('a message with a file is handed in and answered at once, before anything is asked about the file', async () => {
  const { twilio, desk, hear } = await channel(300)
  const hearing = hear(sentFile(twilio, 'hang', 'audio/ogg'))
  await expect.poll(() => desk.heard).toMatchObject([{ media: [{ type: 'audio/ogg' }] }])
  expect(twilio.calls).toEqual([])
  await hearing
})

test('a picture is taken with the type and the size that Twilio has, whatever the post says', async () => {
  const { twilio, logged, hear } = await channel()
  expect(await hear(sentFile(twilio, PICTURE, 'image/png'))).toMatchObject({
    status: 200,
    media: [{ type: 'image/jpeg', bytes: 40_000 }],
  })
  expect(logged).toEqual([])
})

test('a message without files asks Twilio nothing', async () => {
  const { twilio, hear } = await channel()
  expect(await hear({})).toEqual({ status: 200, media: undefined })
  expect(twilio.calls).toEqual([])
})

test.each<[string, Kept, object]>([
  ['20 MB', { type: 'video/mp4', bytes: 20_000_000 }, { refused: 'too_large', bytes: 20_000_000 }],
  ['20 MB that do not say so', { type: 'video/mp4', bytes: 20_000_000, unsaid: true }, { refused: 'too_large' }],
  ['a program', { type: 'application/x-msdownload', bytes: 900 }, { refused: 'type_not_taken', bytes: 900 }],
  ['a drawing with a program in it', { type: 'image/svg+xml', bytes: 900 }, { refused: 'type_not_taken' }],
  ['nothing', { status: 410 }, { refused: 'not_fetched' }],
])('%s is not taken, and the message is', async (_name, kept, medium) => {
  const { twilio, logged, hear } = await channel()
  const heard = await hear(sentFile(twilio, kept))
  expect(heard).toMatchObject({ status: 200, media: [medium] })
  expect(logged).toMatchObject([{ reason: heard.media?.[0]?.refused }])
})

test.each<[string, Kept, string]>([
  ['silence', 'hang', 'no_answer'],
  ['nothing there', { status: 404 }, 'status_404'],
])('%s is waited for so long and no longer', async (_name, kept, problem) => {
  const { twilio, logged, hear } = await channel(300)
  const heard = await hear(sentFile(twilio, kept))
  expect(heard).toMatchObject({ status: 200, media: [{ type: 'image/png', refused: 'not_fetched' }] })
  expect(logged).toEqual([{ reason: 'not_fetched', problem }])
})

test('a file that is there a moment after the post is taken', async () => {
  const { twilio, hear } = await channel()
  const file = sentFile(twilio, { status: 404 })
  const hearing = hear(file)
  await expect.poll(() => twilio.calls).toHaveLength(1)
  twilio.media.set(new URL(file.MediaUrl0 ?? '').pathname, PICTURE)
  const [medium] = (await hearing).media ?? []
  expect(medium).toMatchObject({ type: 'image/jpeg', bytes: 40_000 })
  expect(medium).not.toHaveProperty('refused')
})

test('where Twilio sends on to its store the file is looked at there', async () => {
  const { twilio, hear } = await channel()
  const store = new URL(sentFile(twilio, PICTURE).MediaUrl0 ?? '').pathname
  expect((await hear(sentFile(twilio, { sentOnTo: store }))).media).toMatchObject([{ type: 'image/jpeg' }])
})

test('no other address is asked, neither at once nor sent on to; the log does not name it', async () => {
  const [{ twilio, logged, hear }, other] = [await channel(), await server()]
  const address = `${other.url}/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1`
  const media = [{ type: 'image/png', ref: address, refused: 'not_fetched' }]
  expect(await hear({ NumMedia: '1', MediaUrl0: address, MediaContentType0: 'image/png' })).toMatchObject({ media })
  await hear({ ...sentFile(twilio, { sentOnTo: address }), MessageSid: 'SM2' })
  expect(other.calls).toEqual([])
  expect(logged).toEqual(Array(2).fill({ reason: 'not_fetched', problem: 'foreign_address' }))
})

test('where the message cannot be kept Twilio is asked to deliver it again', async () => {
  const { twilio, desk, hear } = await channel()
  const file = sentFile(twilio, PICTURE)
  desk.full = true
  expect(await hear(file)).toEqual({ status: 503, media: undefined })
  desk.full = false
  expect(await hear(file)).toMatchObject({ status: 200, media: [{ bytes: 40_000 }] })
})
