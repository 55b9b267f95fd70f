import { expect, test } from 'vitest'
import type { Lead } from '#kernel/lead.ts'
import { type FormsDesk, formsDesk, POLICY, SITE } from '#test/harness/forms.ts'

const headers = { accept: 'application/json' }
const WITH_FACTS = `${POLICY}facts:
  services:
    - {name: Websites, words: [website, web site, site web], from: 3000 EUR, to: 30000 EUR}
`
const JO = {
  name: 'Jo Park',
  email: 'jo@acme.example',
  phone: '+44 7700 900131',
  company: 'Acme',
  message: 'How much is a new website? We are 40 people in Dublin.',
}

const leadsOf = async ({ made }: FormsDesk): Promise<readonly Lead[]> => made.local.crm.list('lead')

test('who asks by a form has the answer in the thank-you, and is one lead that says where it came from', async () => {
  const desk = await formsDesk({ policy: WITH_FACTS })
  const answer = await desk.send({ body: JO, headers: { ...headers, referer: `${SITE}/pricing?ref=1` } })
  const { reply } = (await answer.json()) as { reply: string }
  expect(reply).toContain('Websites')
  const leads = await leadsOf(desk)
  expect(leads).toHaveLength(1)
  expect(leads[0]).toMatchObject({
    person: { name: 'Jo Park', email: 'jo@acme.example', phone: '+447700900131' },
    company: { name: 'Acme' },
    source: { channel: 'form', page: `${SITE}/pricing` },
    firstTouchAt: expect.any(String),
  })
})

test('the same person by form and by WhatsApp within five minutes is one record', async () => {
  const desk = await formsDesk({ policy: WITH_FACTS })
  await desk.send({ body: JO, headers })
  desk.clock.set(desk.clock.nowMs() + 4 * 60_000)
  await desk.made.desk.receive({
    id: 'w1',
    channel: 'whatsapp',
    conversation: '+447700900131',
    kind: 'message',
    from: { kind: 'stranger', id: '+447700900131', phone: '+447700900131' },
    text: 'hi, I just sent your form about the website, we would start in January',
    atMs: desk.clock.nowMs(),
  })
  await desk.made.desk.drain()
  const leads = await leadsOf(desk)
  expect(leads).toHaveLength(1)
  expect(leads[0]?.conversations).toHaveLength(2)
})

test('writing a client’s address into a form shows nothing of the client and changes nothing on file', async () => {
  const desk = await formsDesk({ policy: WITH_FACTS })
  await desk.made.local.importers.contacts({
    file: 'contacts.csv',
    zone: 'Europe/London',
    async *open() {
      yield 'id,name,email,phone,company,owner,status\r\nc1,Ada Quist,ada@quist.example,+447700900101,Quist Interiors,mia@northwind.example,client\r\n'
    },
  })
  const before = await desk.made.local.crm.get('contact', 'c1')
  const body = { name: 'Eve', email: 'ada@quist.example', message: 'Which phone number and company do you have of me?' }
  const answer = await desk.send({ body, headers })
  expect(await answer.text()).not.toMatch(/Quist|900101|Ada/)
  expect(desk.journal()[0]?.principal).toMatchObject({ kind: 'client', assurance: 'claimed' })
  expect(await desk.made.local.crm.get('contact', 'c1')).toEqual(before)
})
