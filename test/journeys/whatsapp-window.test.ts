import { expect, test } from 'vitest'
import type { Unsent } from '#ports/channel.ts'
import { isOptedOut } from '#store/consents.ts'
import { carriedOf } from '#store/outbox/carried.ts'
import { enqueue, messagesIn, standingOf } from '#store/outbox/outbox.ts'
import { CLIENT, MIA, SAM, WHATSAPP_POLICY, type WhatsAppDesk, whatsAppDesk } from '../harness/twilio/desk.ts'
import { deskWithPia } from '../harness/twilio/with-client.ts'

const HOUR = 3_600_000
const ASK = 'can I book 30 min with Mia on Thursday at 11am?'
const THERE = `whatsapp:${CLIENT}`
const SLOW = `${WHATSAPP_POLICY}approvals: {default_expiry: 3d}\n`

/** Something the desk says of its own accord, to a client. */
async function tell(desk: WhatsAppDesk, key: string, text: string, template?: string): Promise<void> {
  const named = template && { template: { name: template, variables: { '1': text } } }
  const message = { type: 'notice' as const, to: [], text, choices: [], ...named }
  const nowMs = desk.clock.nowMs()
  await desk.made.sql.write(() =>
    enqueue({ key, channel: 'whatsapp', conversation: THERE, to: [], task: null, nowMs, message }),
  )
  await desk.idle()
}

const standing = async (desk: WhatsAppDesk, key: string) => (await desk.made.sql.read(() => standingOf(key)))?.state
const carried = (desk: WhatsAppDesk, key: string) => desk.made.sql.read(() => carriedOf(key))

/** What somebody of the team was told in the console, newest first. */
const toTeam = async (desk: WhatsAppDesk, member = 'mia'): Promise<string[]> =>
  (await desk.made.sql.read(() => messagesIn(`flags:${member}`, 50))).flatMap(({ message, channel }) =>
    channel === 'console' && message.type === 'notice' ? [message.text] : [],
  )

const last = (desk: WhatsAppDesk) => {
  const message = desk.twilio.to(CLIENT).at(-1)
  if (!message) throw new Error('nothing was sent')
  return message
}

test('within a day of their last words a client is written to freely; after that they are asked to write, and what waited follows in its order', async () => {
  const desk = await whatsAppDesk()
  await desk.say(CLIENT, 'hello')
  const before = desk.said(CLIENT).length
  await tell(desk, 'a', 'Your quote is ready.')
  expect(desk.said(CLIENT).slice(before)).toEqual(['Your quote is ready.'])
  await desk.pass(25 * HOUR)
  desk.twilio.closed.add(CLIENT)
  await tell(desk, 'b', 'Mia is ill; we will call on Friday.')
  await tell(desk, 'c', 'The invoice follows.')
  expect(desk.twilio.to(CLIENT).slice(before + 1)).toMatchObject([{ template: 'reopen' }])
  await desk.say(CLIENT, 'yes?')
  expect(desk.said(CLIENT).slice(before + 2, before + 4)).toEqual([
    'Mia is ill; we will call on Friday.',
    'The invoice follows.',
  ])
})

test('an approved template goes where free text may not, with its variables', async () => {
  const desk = await whatsAppDesk()
  desk.twilio.closed.add(CLIENT)
  await tell(desk, 'a', 'Budget\non Friday', 'reminder')
  expect(desk.twilio.to(CLIENT)).toMatchObject([{ template: 'reminder', body: 'Reminder: Budget on Friday.' }])
})

test('the window closes while the card waits: the client is asked to write, and hears of it when they do', async () => {
  const desk = await whatsAppDesk({ policy: SLOW })
  await desk.say(CLIENT, ASK)
  await desk.pass(25 * HOUR)
  desk.twilio.closed.add(CLIENT)
  await desk.say(MIA, 'hi')
  const [flag] = await desk.flags()
  await desk.say(MIA, `approve ${flag?.id}`)
  expect((await desk.made.local.records()).calendar).toHaveLength(1)
  expect(last(desk).template).toBe('reopen')
  expect(desk.said(CLIENT).join()).not.toMatch(/Booked/)
  await desk.say(CLIENT, 'ok')
  expect(desk.said(CLIENT).filter((text) => /^Booked .*Thu 26 Nov, 11:00/.test(text))).toHaveLength(1)
  expect(await carried(desk, `outcome:${flag?.id}`)).toEqual({ carried: null, why: null })
})

test('where nothing can ask the client to write, what the desk has to say goes to the address on file, once', async () => {
  const desk = await deskWithPia(WHATSAPP_POLICY.replace(/^whatsapp: .*$/m, ''))
  await desk.say(CLIENT, 'thanks, bye')
  await desk.pass(25 * HOUR)
  desk.twilio.closed.add(CLIENT)
  const before = desk.said(CLIENT)
  await tell(desk, 'a', 'Your meeting was moved.')
  const mailed = (await desk.made.sql.read(() => messagesIn('pia@acme.example', 9))).map(({ channel, message }) => [
    channel,
    message,
  ])
  expect(mailed).toMatchObject([['email', { text: 'Your meeting was moved.', subject: 'Northwind Studio' }]])
  expect(await toTeam(desk)).toEqual([expect.stringMatching(/did not reach .* It goes by mail instead\.$/s)])
  expect(desk.said(CLIENT)).toEqual(before)
})

test('a card says until when the person who waits can be answered freely', async () => {
  const desk = await whatsAppDesk()
  await desk.say(MIA, 'hi')
  await desk.say(CLIENT, ASK)
  expect(desk.said(MIA).join()).toMatch(/whatsapp: can be answered freely until Tue 24 Nov, 09:00/)
})

test('Twilio finds the 24 hours over (63016), at once or later: the same way is gone, and nothing is said twice', async () => {
  for (const how of ['at once', 'later'] as const) {
    const desk = await whatsAppDesk()
    await desk.say(CLIENT, 'hello')
    if (how === 'at once') desk.twilio.closed.add(CLIENT)
    await tell(desk, 'a', 'Your quote is ready.')
    if (how === 'later') await desk.report(last(desk), 'undelivered', 63016)
    expect(last(desk).template).toBe('reopen')
    const before = desk.twilio.to(CLIENT).length
    await desk.say(CLIENT, 'yes?')
    expect(
      desk
        .said(CLIENT)
        .slice(before)
        .filter((text) => text === 'Your quote is ready.'),
    ).toHaveLength(1)
    expect(await standing(desk, 'a')).toBe('sent')
  }
})

test('who does not answer is not written to; whoever caused it hears why, and a team without a template at once', async () => {
  const desk = await whatsAppDesk()
  await tell(desk, 'a', 'Your quote is ready.')
  expect([await standing(desk, 'a'), last(desk).template]).toEqual(['queued', 'reopen'])
  await desk.pass(73 * HOUR)
  expect(await standing(desk, 'a')).toBe('unsent')
  expect(desk.twilio.to(CLIENT)).toHaveLength(1)
  expect((await toTeam(desk))[0]).toMatch(
    /^This did not reach .*447700900123 on whatsapp: "Your quote is ready\.".* too old/,
  )
  const without = await whatsAppDesk({ policy: WHATSAPP_POLICY.replace(/whatsapp: \{templates.*\n/, '') })
  await tell(without, 'a', 'Your quote is ready.')
  expect([await standing(without, 'a'), without.twilio.to(CLIENT)]).toEqual(['unsent', []])
  expect(await toTeam(without)).toHaveLength(1)
})

test('the limit of first messages (63018): first words wait an hour, answers go on', async () => {
  const desk = await whatsAppDesk()
  desk.twilio.fault({ code: 63018, status: 429 })
  await tell(desk, 'a', 'Budget on Friday', 'reminder')
  await tell(desk, 'b', 'Budget on Monday', 'reminder')
  expect(desk.twilio.messages).toEqual([])
  await desk.say(SAM, 'help')
  expect(desk.said(SAM)).toHaveLength(1)
  await desk.pass(61 * 60_000)
  expect(desk.said(CLIENT)).toEqual(['Reminder: Budget on Friday.', 'Reminder: Budget on Monday.'])
})

test('a number without WhatsApp (63024): nothing more goes there, each is told once, until they write', async () => {
  const desk = await whatsAppDesk()
  await tell(desk, 'a', 'Budget on Friday', 'reminder')
  await desk.report(last(desk), 'failed', 63024)
  await tell(desk, 'b', 'Budget on Monday', 'reminder')
  expect([await standing(desk, 'a'), await standing(desk, 'b')]).toEqual(['unsent', 'unsent'])
  expect(desk.twilio.to(CLIENT)).toHaveLength(1)
  expect(await toTeam(desk)).toHaveLength(2)
  expect((await toTeam(desk))[0]).toMatch(/ask them for another way/)
  await desk.say(CLIENT, 'hello')
  await tell(desk, 'c', 'Your quote is ready.')
  expect(desk.said(CLIENT)).toContain('Your quote is ready.')
})

test.each<[number, Unsent, RegExp]>([
  [63003, 'not_reachable', /another way/],
  [63032, 'other_channel', /another way/],
  [63013, 'template_fault', /template/],
  [63021, 'template_fault', /template/],
])('%i is %s: it does not go, and whoever caused it hears why', async (code, why, says) => {
  const desk = await whatsAppDesk()
  await tell(desk, 'a', 'Budget on Friday', 'reminder')
  await desk.report(last(desk), 'failed', code)
  expect([await standing(desk, 'a'), await carried(desk, 'a')]).toEqual(['unsent', { carried: 'failed', why }])
  const told = (await toTeam(desk)).filter((text) => text.startsWith('This did not reach'))
  expect(told).toEqual([expect.stringMatching(says)])
})

test('a template that is not taken is told once to who looks after it, and not used again', async () => {
  const desk = await whatsAppDesk()
  desk.twilio.fault({ code: 63013 })
  await tell(desk, 'a', 'Budget on Friday', 'reminder')
  await tell(desk, 'b', 'Budget on Monday', 'reminder')
  expect((await toTeam(desk)).filter((text) => /does not take the template "reminder"/.test(text))).toHaveLength(1)
  expect(desk.twilio.to(CLIENT)).toMatchObject([{ template: 'reopen' }])
})

test.each([63001, 63020, 20003])(
  'a fault of the account (%i) is told once, and everything waits for it',
  async (code) => {
    const desk = await whatsAppDesk()
    await desk.say(CLIENT, 'hello')
    const before = desk.twilio.messages.length
    desk.twilio.fault({ code }, { code })
    await tell(desk, 'a', 'One.')
    await tell(desk, 'b', 'Two.')
    expect((await toTeam(desk)).filter((text) => /run nightdesk doctor/.test(text))).toHaveLength(1)
    await desk.pass(16 * 60_000)
    expect(desk.said(CLIENT).slice(before)).toEqual(['One.', 'Two.'])
  },
)

test('who stopped messages at Meta (131050) is not written to of our own accord any more', async () => {
  const desk = await whatsAppDesk()
  await tell(desk, 'a', 'Budget on Friday', 'reminder')
  await desk.report(last(desk), 'failed', 131050)
  expect(await desk.made.sql.read(() => isOptedOut({ channel: 'whatsapp', conversation: THERE }))).toBe(true)
  await tell(desk, 'b', 'Budget on Monday', 'reminder')
  expect(desk.twilio.to(CLIENT)).toHaveLength(1)
})

test('an outage of WhatsApp (63012) is waited for, and the message goes once', async () => {
  const desk = await whatsAppDesk()
  await desk.say(CLIENT, 'hello')
  await tell(desk, 'a', 'Your quote is ready.')
  await desk.report(last(desk), 'failed', 63012)
  await desk.pass(3 * 60_000)
  await desk.report(last(desk), 'delivered')
  expect(desk.said(CLIENT).filter((text) => text === 'Your quote is ready.')).toHaveLength(2)
  expect(await carried(desk, 'a')).toEqual({ carried: 'delivered', why: null })
})

test('reports come out of order and again: the state never goes back, and another message\u2019s report is none of this one', async () => {
  const desk = await whatsAppDesk()
  await desk.say(CLIENT, 'hello')
  await tell(desk, 'a', 'Your quote is ready.')
  const message = last(desk)
  for (const status of ['delivered', 'sent', 'read', 'delivered', 'queued', 'failed'])
    expect(await desk.report(message, status)).toBe(200)
  expect(await carried(desk, 'a')).toEqual({ carried: 'read', why: null })
  await tell(desk, 'b', 'One more.')
  const other = { ...last(desk), callback: message.callback }
  await desk.report(other, 'failed', 63024)
  expect(await carried(desk, 'a')).toEqual({ carried: 'read', why: null })
})
