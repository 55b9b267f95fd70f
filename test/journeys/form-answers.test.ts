import { expect, test } from 'vitest'
import { DeskError } from '#kernel/errors.ts'
import { type Letter, type Mailer, noMailer } from '#ports/mailer.ts'
import { firstAnswers } from '#store/leads/first-answers.ts'
import { type FormsDesk, formsDesk, JO, SITE } from '#test/harness/forms.ts'

const headers = { accept: 'application/json' }

function mailer(fails?: () => void): Mailer & { sent: Letter[] } {
  const sent: Letter[] = []
  const send: Mailer['send'] = async (letter) => {
    fails?.()
    sent.push(letter)
    return { id: `${letter.key}@mail.example`, refused: [] }
  }
  return { ...noMailer, configured: true, from: 'desk@northwind.example', send, sent }
}

const outbox = ({ made }: FormsDesk) =>
  made.sql.connection
    .prepare("SELECT state, provider FROM outbox WHERE channel = 'form' ORDER BY id")
    .all()
    .map((row) => [row.state, row.provider])

test('where mail is set up the answer goes to the address that was left, once, and says why it comes', async () => {
  const post = mailer()
  const desk = await formsDesk({ mailer: post })
  const answer = (await (await desk.send({ body: JO, headers })).json()) as { reply: string }
  await desk.made.desk.drain()
  await desk.send({ body: JO, headers })
  await desk.made.desk.drain()
  expect(post.sent).toHaveLength(1)
  expect(post.sent[0]).toMatchObject({
    to: ['jo.park@acme.example'],
    subject: 'Your message to Northwind Studio',
    automatic: true,
  })
  expect(post.sent[0]?.text).toContain(answer.reply)
  expect(post.sent[0]?.text).toContain('If it was not you')
  expect(outbox(desk)).toEqual([['sent', `${post.sent[0]?.key}@mail.example`]])
})

test('where none is set up nothing is sent, nothing is tried again, and the thank-you carries the answer', async () => {
  const desk = await formsDesk()
  const answer = (await (await desk.send({ body: JO, headers })).json()) as { reply: string }
  await desk.made.desk.drain()
  expect(answer.reply).not.toBe('')
  expect(outbox(desk)).toEqual([['unsent', 'no_sender']])
  expect(await desk.made.sql.read(() => firstAnswers(0))).toMatchObject([{ answeredMs: expect.any(Number) }])
  expect(await desk.made.desk.drain()).toBeUndefined()
})

test('nobody is mailed who left no address', async () => {
  const post = mailer()
  const desk = await formsDesk({ mailer: post })
  await desk.send({ body: { message: JO.message, phone: '+44 7700 900123' }, headers })
  await desk.made.desk.drain()
  expect([post.sent, outbox(desk)]).toEqual([[], [['unsent', 'no_address']]])
})

test('no address is mailed more often in a day than the policy has it, through whichever form and spelling', async () => {
  const post = mailer()
  const desk = await formsDesk({ mailer: post })
  const spellings = [
    'vic@tim.example',
    'Vic+1@tim.example',
    'vic+2@tim.example',
    'vic+3@tim.example',
    'VIC@tim.example',
  ]
  for (const [nth, email] of spellings.entries()) {
    const message = `What would website number ${nth} cost?`
    await desk.send({ form: nth % 2 === 0 ? 'contact' : 'shop', body: { ...JO, email, message }, headers })
    await desk.made.desk.drain()
  }
  expect(post.sent).toHaveLength(3)
  expect(outbox(desk).slice(3)).toEqual([
    ['unsent', 'enough_for_today'],
    ['unsent', 'enough_for_today'],
  ])
  desk.clock.set(desk.clock.nowMs() + 25 * 3_600_000)
  await desk.send({ body: { ...JO, email: 'vic@tim.example', message: 'And one more next year?' }, headers })
  await desk.made.desk.drain()
  expect(post.sent).toHaveLength(4)
})

test('a server that is away is tried again, one that refuses is not', async () => {
  const broken = [
    new DeskError('INTEGRATION_DOWN', { name: 'The mail server' }),
    new DeskError('NO_SENDER', { who: 'jo' }),
  ]
  const post = mailer(() => {
    const error = broken.shift()
    if (error) throw error
  })
  const desk = await formsDesk({ mailer: post })
  await desk.send({ body: JO, headers })
  await desk.made.desk.drain()
  expect(outbox(desk)).toEqual([['queued', null]])
  desk.clock.set(desk.clock.nowMs() + 5_000)
  await desk.made.desk.drain()
  expect(outbox(desk)).toEqual([['unsent', 'refused']])
})

test('a plain post is answered with a page in the language of whoever wrote, with the answer on it as text', async () => {
  const desk = await formsDesk()
  const message = 'Bonjour, combien coûte un nouveau site web pour <b>notre clinique</b> ? Merci beaucoup.'
  const answer = await desk.send({ body: { ...JO, message } })
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page).toContain('<html lang="fr">')
  expect(page).toContain('Nous avons bien reçu votre message.')
  expect(page).toContain('class="book-said"')
  expect(page).not.toContain('<b>notre')
  expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
})

test('where the team has a page of its own the browser goes there, and its address tells nothing', async () => {
  const desk = await formsDesk()
  const body = { name: 'Jo Park', email: 'jo@acme.example', how_can_we_help: 'What does a website cost?' }
  const answer = await desk.send({ form: 'shop', body })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${SITE}/thanks`])
  const program = await desk.send({ form: 'shop', body: { ...body, email: 'kim@acme.example' }, headers })
  expect(await program.json()).toMatchObject({ received: true, reply: expect.any(String) })
})

test('who wrote STOP in a form still gets the answer to what they write next', async () => {
  const post = mailer()
  const desk = await formsDesk({ mailer: post })
  await desk.send({ body: { ...JO, message: 'STOP' }, headers })
  await desk.send({ body: JO, headers })
  await desk.made.desk.drain()
  expect(post.sent.length).toBeGreaterThan(0)
})
