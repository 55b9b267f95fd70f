import { expect, test, vi } from 'vitest'
import { messagesIn, standingOf } from '#store/outbox/outbox.ts'
import { actionsIn } from '../harness/actions.ts'
import { knowContacts } from '../harness/contacts.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'
import { mailServer } from '../harness/smtp.ts'
import { CLIENT, MIA, SAM, WHATSAPP_POLICY, type WhatsAppDesk } from '../harness/twilio/desk.ts'
import { deskWithPia } from '../harness/twilio/with-client.ts'

const HOUR = 3_600_000
const TOLD = 'Hi Pia,\n\nThe report is Friday.\n\nBest, Mia'

/** What Mia hears on WhatsApp when she says something. */
async function said(desk: WhatsAppDesk, text: string): Promise<string> {
  const before = desk.said(MIA).length
  await desk.say(MIA, text)
  return desk.said(MIA).slice(before).join('\n')
}
const toMia = async (desk: WhatsAppDesk) =>
  (await desk.made.sql.read(() => messagesIn('flags:mia', 50))).flatMap(({ message, channel }) =>
    channel === 'console' && message.type === 'notice' ? [message] : [],
  )

test('within a day of her last words a client is told on WhatsApp what a member dictated, after a yes, once', async () => {
  const desk = await deskWithPia()
  await desk.say(CLIENT, 'thanks, bye')
  const before = desk.said(CLIENT).length
  expect(await said(desk, 'tell pia the report is friday')).toMatch(
    /Write to Pia Lund by WhatsApp \(\+44•••123\), free text until Tue 24 Nov, 09:00:[\s\S]*> The report is Friday\./,
  )
  expect(desk.said(CLIENT).slice(before)).toEqual([])
  expect(await said(desk, 'yes')).toMatch(/^On its way to Pia Lund by WhatsApp/)
  expect(desk.said(CLIENT).slice(before)).toEqual([TOLD])
  await desk.say(MIA, 'yes')
  expect(desk.said(CLIENT).slice(before)).toEqual([TOLD])
})

test('after that day she is asked to write, and gets it when she does', async () => {
  const desk = await deskWithPia()
  await desk.say(CLIENT, 'thanks, bye')
  await desk.pass(26 * HOUR)
  desk.twilio.closed.add(CLIENT)
  expect(await said(desk, 'message pia on whatsapp that the report is friday')).toMatch(
    /with the template "reopen" first: the window for free text is closed/,
  )
  await desk.say(MIA, 'yes')
  expect(desk.twilio.to(CLIENT).at(-1)).toMatchObject({ template: 'reopen' })
  await desk.say(CLIENT, 'yes?')
  expect(desk.said(CLIENT)).toContain(TOLD)
})

test('what waits for the morning is not said at night because she is given back, and neither is what was held back meanwhile', async () => {
  const desk = await deskWithPia()
  await desk.say(CLIENT, 'thanks, bye')
  await desk.pass(11 * HOUR)
  await desk.say(MIA, 'tell pia the report is friday')
  expect(await said(desk, 'yes')).toMatch(/08:30/)
  const before = desk.said(CLIENT).length
  const told = () => desk.said(CLIENT).slice(before)
  await desk.say(MIA, "I'm handling Pia")
  expect(await said(desk, 'give back Pia')).toMatch(/^I answer Pia Lund again\./)
  expect(told()).toEqual([])
  await desk.say(MIA, "I'm handling Pia")
  await desk.pass(16 * HOUR)
  await desk.say(CLIENT, 'any news?')
  await desk.pass(7.5 * HOUR)
  await desk.say(MIA, 'give back Pia')
  expect(told()).toEqual([])
  await desk.pass(13 * HOUR)
  expect(told()).toEqual([TOLD])
})

test('a template that carries it goes with the words in one line', async () => {
  const id = `HX${'3'.repeat(32)}`
  const desk = await deskWithPia(WHATSAPP_POLICY.replace('{templates: {', `{templates: {update: ${id}, `))
  desk.twilio.templates.set(id, { name: 'update', body: 'News from Northwind: {{1}} Reply to talk to us.' })
  await desk.say(CLIENT, 'thanks, bye')
  await desk.pass(26 * HOUR)
  desk.twilio.closed.add(CLIENT)
  await desk.say(MIA, 'message pia on whatsapp that the report is friday')
  await desk.say(MIA, 'yes')
  expect(desk.said(CLIENT).at(-1)).toBe(
    'News from Northwind: Hi Pia, The report is Friday. Best, Mia Reply to talk to us.',
  )
})

test('who never agreed is not written to there; mail is offered in its place', async () => {
  const desk = await deskWithPia()
  expect(await said(desk, 'message pia on whatsapp that the report is friday')).toMatch(
    /has not agreed to be written to on WhatsApp[\s\S]*Another way\?/,
  )
  expect(await said(desk, 'By mail')).toMatch(/Write to Pia Lund by mail \(p•••@acme\.example\)/)
  expect(desk.twilio.to(CLIENT)).toEqual([])
})

test('what did not arrive is told once to whoever dictated it, with the other way to tap', async () => {
  const desk = await deskWithPia()
  await desk.say(CLIENT, 'thanks, bye')
  await desk.say(MIA, 'tell pia the report is friday')
  await desk.say(MIA, 'yes')
  const sent = desk.twilio.to(CLIENT).at(-1)
  if (!sent) throw new Error('nothing was sent')
  for (const _again of [1, 2]) await desk.report(sent, 'failed', 63024)
  expect(await toMia(desk)).toMatchObject([
    {
      text: expect.stringMatching(/^This did not reach Pia Lund on whatsapp: "Hi Pia,/),
      choices: [{ label: 'Send it by mail', value: 'tell Pia Lund by mail: The report is Friday.' }],
    },
  ])
  expect(await actionsIn(desk.made, 'message.send')).toMatchObject([{ status: 'failed' }])
  expect(await said(desk, 'tell Pia Lund by mail: The report is Friday.')).toMatch(/Write to Pia Lund by mail/)
})

test('at night it waits for her morning and can be taken back; who says STOP meanwhile gets nothing, and it is told', async () => {
  const desk = await deskWithPia()
  await desk.say(CLIENT, 'thanks, bye')
  await desk.pass(12 * HOUR)
  for (const times of [1, 2]) {
    expect(await said(desk, 'tell pia the report is friday')).toMatch(
      /at Tue 24 Nov, 08:30 \(it is quiet hours where they are\)/,
    )
    expect(await said(desk, 'yes')).toMatch(/^On its way to Pia Lund by WhatsApp[^\n]*at Tue 24 Nov, 08:30/)
    if (times === 1) expect(await said(desk, 'undo')).toMatch(/^Took the message back/)
  }
  expect(desk.said(CLIENT)).not.toContain(TOLD)
  const stopped = await standing(desk)
  expect(stopped).toEqual([undefined, 'queued'])
  await desk.say(CLIENT, 'STOP')
  await desk.pass(12 * HOUR)
  expect(desk.said(CLIENT)).not.toContain(TOLD)
  expect((await toMia(desk)).map(({ text }) => text)).toEqual([
    expect.stringMatching(/did not reach Pia Lund[\s\S]*asked for no more messages there/),
  ])
})

test('where a colleague has taken over it is that colleague who is asked, and what they say yes to goes', async () => {
  const desk = await deskWithPia()
  await desk.say(CLIENT, 'thanks, bye')
  await desk.say(SAM, 'hands off pia')
  expect(desk.said(SAM).join()).toMatch(/You have Pia Lund/)
  expect(await said(desk, 'tell pia the report is friday')).toMatch(
    /Sam Ortiz has taken over with Pia Lund, so I have asked Sam Ortiz/,
  )
  const [flag] = await desk.flags()
  expect(flag?.owner).toBe('sam')
  await desk.say(SAM, `approve ${flag?.id}`)
  expect(desk.said(CLIENT)).toContain(TOLD)
})

/** Where the messages of all actions stand, oldest first. */
async function standing(desk: WhatsAppDesk) {
  const states = []
  for (const { key } of await actionsIn(desk.made, 'message.send'))
    states.push((await desk.made.sql.read(() => standingOf(`update:${key}`)))?.state)
  return states
}

const AT = '2026-11-23T10:00:00Z'
const mia: Line['from'] = { kind: 'member', id: 'mia' }
const mails = async ({ runner }: TestDesk) => (await runner.composition.local.records()).mail

test('by mail it leaves through the mail server under an honest subject, and lies in sent', async () => {
  const server = await mailServer()
  vi.stubEnv('SMTP_URL', `smtp://desk:secret@127.0.0.1:${server.port}`)
  vi.stubEnv('MAIL_FROM', 'desk@northwind.example')
  const desk = await openDesk(tempHome())
  vi.unstubAllEnvs()
  await knowContacts(desk, 'c1,Pia Lund,pia@acme.example')
  const asked = await desk.send({ id: '1', at: AT, from: mia, text: 'email pia that the report is friday' })
  expect(asked.reply).toMatch(/Write to Pia Lund by mail/)
  expect(server.taken).toEqual([])
  const { reply } = await desk.send({ id: '2', at: AT, from: mia, text: 'yes' })
  expect(reply).toMatch(/^On its way/)
  expect(server.taken).toMatchObject([{ to: ['pia@acme.example'] }])
  expect(server.taken[0]?.text).toMatch(/^Subject: An update from /m)
  expect(server.taken[0]?.text).not.toMatch(/^Subject: Re:/m)
  expect(server.taken[0]?.text).not.toMatch(/^Auto-Submitted:/m)
  expect(await mails(desk)).toMatchObject([{ folder: 'sent', to: ['pia@acme.example'], body: `${TOLD}\n` }])
})

test('where nothing is set up that sends, it is a draft and nothing is called sent', async () => {
  const desk = await openDesk(tempHome())
  await knowContacts(desk, 'c1,Pia Lund,pia@acme.example')
  const { reply, tasks } = await desk.send({ id: '1', at: AT, from: mia, text: 'tell pia the report is friday' })
  expect(tasks[0]?.actions).toMatchObject([{ kind: 'mail.draft', status: 'done' }])
  expect(reply).toMatch(/Nothing was sent/)
  expect(reply).not.toMatch(/On its way/)
  expect(await mails(desk)).toMatchObject([{ folder: 'drafts', to: ['pia@acme.example'], body: TOLD }])
})
