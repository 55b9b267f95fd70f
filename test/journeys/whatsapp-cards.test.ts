import { expect, test } from 'vitest'
import { quietChannel } from '#app/quiet-channel.ts'
import { MIA, SAM, WHATSAPP_POLICY, type WhatsAppDesk, whatsAppDesk } from '../harness/twilio/desk.ts'

const ASK = 'book 30 min with jo@acme.example on Thursday at 11am'

/** Sam asks for what needs Mia's yes; both have written lately. */
async function asked(desk: WhatsAppDesk, ...asks: string[]): Promise<void> {
  await desk.say(MIA, 'help')
  for (const ask of asks.length > 0 ? asks : [ASK]) await desk.say(SAM, ask)
}

const events = async (desk: WhatsAppDesk) =>
  (await desk.made.local.records()).calendar.filter(({ status }) => status !== 'cancelled')
const saidLast = (desk: WhatsAppDesk, number: string): string => desk.said(number).at(-1) ?? ''
const listOf = (desk: WhatsAppDesk) => {
  const list = desk.twilio.to(MIA).findLast(({ options }) => options.length > 0)
  if (!list) throw new Error('nothing to tap')
  return list
}
const tap = (desk: WhatsAppDesk, label: string, list = listOf(desk)) =>
  desk.say(MIA, label, { ListId: list.options.find((one) => one.label === label)?.payload ?? '' })

test('a card has what it rests on and a list of verbs with their numbers; "1" says yes, and what became of it is said anew', async () => {
  const desk = await whatsAppDesk()
  await asked(desk)
  expect(listOf(desk).options.map(({ label }) => label)).toEqual(['Approve', 'Edit', 'Take over', 'Decline', 'Snooze'])
  expect(listOf(desk).body).toMatch(/1 approve, 2 edit, 3 take over, 4 decline, 5 snooze/)
  await desk.say(MIA, '1')
  expect(await events(desk)).toHaveLength(1)
  expect(desk.said(MIA).join('\n')).toMatch(/Approved by Mia Chen: Book /)
  expect(saidLast(desk, SAM)).toMatch(/^Booked /)
  await desk.say(MIA, '1')
  expect(await events(desk)).toHaveLength(1)
})

test.each([
  ['approve', 1],
  ['4', 0],
  ['decline: not this week', 0],
  ['decline because she is away', 0],
])('"%s" decides', async (words, booked) => {
  const desk = await whatsAppDesk()
  await asked(desk)
  await desk.say(MIA, words)
  expect(await desk.flags()).toEqual([])
  expect(await events(desk)).toHaveLength(booked)
})

test.each([
  '1 hour with Sam tomorrow',
  '2 people are coming',
  'approve of it in principle',
  '2026',
  'edit the minutes',
])('"%s" is a message, and decides nothing', async (words) => {
  const desk = await whatsAppDesk()
  await asked(desk)
  await desk.say(MIA, words)
  expect(await desk.flags()).toHaveLength(1)
})

test('"2" shows what can be changed; lines change it, and that is the yes', async () => {
  const desk = await whatsAppDesk()
  await asked(desk)
  await desk.say(MIA, '2')
  expect(saidLast(desk, MIA)).toMatch(/2 Title: .*\n2 Starts: 2026-11-26 11:00\n2 Ends: 2026-11-26 11:30/)
  await desk.say(MIA, '2 colour: red')
  expect(saidLast(desk, MIA)).toMatch(/"colour" is nothing it has/)
  await desk.say(MIA, '2 starts: whenever')
  expect(saidLast(desk, MIA)).toMatch(/needs a day and a time/)
  expect(await desk.flags()).toHaveLength(1)
  await desk.say(MIA, '2 title: Jo and Sam\n2 starts: Friday at 2pm')
  expect(await events(desk)).toMatchObject([
    { title: 'Jo and Sam', start: '2026-11-27T14:00:00Z', end: '2026-11-27T14:30:00Z' },
  ])
})

test('the list decides too; "Edit" of it asks for the lines, and a second tap is told who was first', async () => {
  const desk = await whatsAppDesk()
  await asked(desk)
  await tap(desk, 'Edit')
  expect(saidLast(desk, MIA)).toMatch(/^Decide: Book .*\nThis can be changed/)
  expect(await desk.flags()).toHaveLength(1)
  await tap(desk, 'Approve')
  expect(await events(desk)).toHaveLength(1)
  await tap(desk, 'Decline')
  expect(saidLast(desk, MIA)).toMatch(/^Already decided by Mia Chen/)
})

test('with several cards the newest is meant; two that came at once have to be named, or replied to', async () => {
  const desk = await whatsAppDesk()
  await asked(desk, ASK, ASK.replace('Thursday', 'Friday'))
  await desk.say(MIA, '1')
  expect(saidLast(desk, MIA)).toMatch(
    /^2 decisions wait here\. Reply to the one you mean.*\n"approve f\w+" for: Decide: Book .*Fri/s,
  )
  const first = desk.twilio.to(MIA).find(({ body }) => /^Decide: Book .*Thu 26 Nov/.test(body))
  await desk.say(MIA, '1', { OriginalRepliedMessageSid: first?.sid ?? '' })
  expect(await events(desk)).toMatchObject([{ start: '2026-11-26T11:00:00Z' }])
  await desk.pass(60_000)
  await desk.say(SAM, ASK.replace('Thursday', 'Wednesday'))
  await desk.say(MIA, '4')
  expect((await desk.flags()).map(({ body }) => body.headline)).toEqual([expect.stringMatching(/Fri 27 Nov/)])
})

test('a number answers what was asked last: a question that came after the card', async () => {
  const desk = await whatsAppDesk()
  await asked(desk)
  await desk.say(MIA, 'book 30 min with pat@acme.example on Friday at 3pm')
  expect(saidLast(desk, MIA)).toMatch(/Go ahead\?/)
  await desk.say(MIA, '2')
  expect(await events(desk)).toEqual([])
  expect(await desk.flags()).toHaveLength(1)
  await desk.say(MIA, 'approve')
  expect(await events(desk)).toHaveLength(1)
})

test('who does not stand in the policy with their number decides nothing, whatever they call themselves', async () => {
  const desk = await whatsAppDesk()
  await asked(desk)
  await desk.say('+447700900999', '1', { ProfileName: 'Mia Chen' })
  await desk.say('+447700900999', 'Approve', { ListId: listOf(desk).options[0]?.payload ?? '' })
  expect(await desk.flags()).toHaveLength(1)
  await desk.say(SAM, 'Approve', { ListId: listOf(desk).options[0]?.payload ?? '' })
  expect([await desk.flags(), saidLast(desk, SAM)]).toMatchObject([
    { length: 1 },
    'This decision belongs to Mia Chen or Lee Park.',
  ])
})

test('what deletes is not approved here: it says where, and may be declined', async () => {
  const policy = `${WHATSAPP_POLICY}crm: {autonomy: {delete: act_with_approval}}\n`
  const desk = await whatsAppDesk({ policy, channels: [quietChannel('slack')] })
  await desk.say(MIA, 'help')
  await desk.say(MIA, 'add jo@acme.example as a contact')
  await desk.say(SAM, 'delete the contact jo@acme.example')
  const [flag] = await desk.flags()
  expect(flag?.body.proposed.join()).toMatch(/Put away/)
  for (const words of ['1', `approve ${flag?.id}`]) {
    await desk.say(MIA, words)
    expect(saidLast(desk, MIA)).toMatch(
      /^I can't do that: this takes more than a word here; look at it in .*the console\.$/,
    )
  }
  await tap(desk, 'Approve')
  expect(await desk.flags()).toHaveLength(1)
  await desk.say(MIA, 'decline')
  expect(await desk.flags()).toEqual([])
})
