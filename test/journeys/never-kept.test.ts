import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { InboundDraft } from '#kernel/inbound.ts'
import { answers } from '../harness/model/server.ts'
import { officeDesk } from '../harness/office/desk.ts'

const CARD = '4111 1111 1111 1111'
const IBAN = 'AT61 1904 3002 3457 3201'
const pia = { kind: 'client' as const, id: 'c1', phone: '+447700900123' }

/** Everything that lies in the home: databases with what is not yet in their main file. */
const homeHolds = (folder: string, words: string): boolean =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(words),
  )

test('a card number is nowhere in the home and in no prompt: not of a message, its subject, its fields or a name', async () => {
  const desk = await officeDesk([answers.refusal()])
  const { reply } = await desk.say('mia', `could you put ${CARD} where Lena can see the big picture`)
  expect(reply).toContain('I have not kept your card number; please do not send that here.')
  const event: InboundDraft = {
    id: 'form-1',
    channel: 'form',
    conversation: 'form:1',
    kind: 'message',
    from: { kind: 'stranger', id: 'jo@visitor.example', email: 'jo@visitor.example', name: `Jo ${CARD}` },
    text: `Do you build web shops? ${CARD}`,
    subject: `card ${CARD}`,
    fields: { card: CARD.replaceAll(' ', ''), order_number: '4111111111111111', password: 'swordfish' },
    atMs: desk.clock.nowMs(),
  }
  await desk.composition.desk.receive(event)
  await desk.composition.desk.drain()
  const row = desk.composition.sql.connection.prepare("select body from inbound where lane = 'form:1'").get()
  expect(JSON.parse(String(row?.body))).toMatchObject({
    from: { name: 'Jo [card number]' },
    text: 'Do you build web shops? [card number]',
    subject: 'card [card number]',
    fields: { card: '[card number]', order_number: '4111111111111111', password: '[password]' },
    withheld: ['card_number', 'password'],
  })
  expect(JSON.stringify(desk.server.requests)).not.toContain(CARD)
  await desk.close()
  const { database } = desk.home
  expect(homeHolds(join(database, '..'), 'Do you build web shops')).toBe(true)
  for (const secret of [CARD, 'swordfish']) expect(homeHolds(join(database, '..'), secret)).toBe(false)
})

test.each([
  ['es', `¿podemos hablar mañana a las 15:00? mi tarjeta es ${CARD}`, 'No he guardado su número de tarjeta'],
  ['fr', `on peut se parler demain à 15h ? ma carte est ${CARD}`, 'Je n’ai pas conservé votre numéro de carte'],
  [
    'de',
    `können wir morgen um 15 Uhr sprechen? meine Karte ist ${CARD}`,
    'Nicht aufbewahrt habe ich: Ihre Kartennummer',
  ],
])('who wrote one is told so in their language, in that reply and in no other (%s)', async (_language, text, said) => {
  const desk = await officeDesk([answers.refusal()])
  const first = await desk.say(pia, text, 'pia')
  expect(first.tasks.length).toBeGreaterThan(0)
  expect(first.reply).toContain(said)
  expect((await desk.say(pia, text.split('?')[0] ?? '', 'pia')).reply).not.toContain(said)
})

test('the same event again is the same row, and gets the first answer', async () => {
  const desk = await officeDesk([answers.refusal()])
  const event: InboundDraft = {
    id: 'twice',
    channel: 'slack',
    conversation: 'main',
    kind: 'message',
    from: { kind: 'member', id: 'mia' },
    text: `note globex: they pay by ${CARD}`,
    atMs: desk.clock.nowMs(),
  }
  const first = await desk.composition.desk.receive(event)
  await desk.composition.desk.drain()
  expect(await desk.composition.desk.receive(event)).toMatchObject({ seq: first.seq, duplicate: true })
})

test('a note, a typed answer and an edited card are kept without it', async () => {
  const desk = await officeDesk([answers.refusal()])
  expect((await desk.say('mia', `/note globex: they pay by ${CARD}`)).reply).toContain('they pay by [card number]')
  await desk.say('mia', '/stage globex lost', 'lost')
  const answered = await desk.say('mia', `too dear, they wanted it on ${CARD}`, 'lost')
  expect(JSON.stringify(answered.tasks)).toContain('on [card number]')
  await desk.say('sam', '/deal globex 12k', 'sam')
  const edited = await desk.decide('mia', 'edit', [{ text: CARD }])
  expect(edited.reply ?? '').not.toContain(CARD)
  await desk.close()
  expect(homeHolds(join(desk.home.database, '..'), CARD)).toBe(false)
})

test('what the policy does not name is kept; of a bank account it does, the last four signs stay', async () => {
  const kept = await officeDesk([answers.refusal()], { policy: 'privacy: {never_store: []}\n' })
  expect((await kept.say('mia', `/note globex: pays from ${IBAN}, card ${CARD}`)).reply).toContain(
    `${IBAN}, card ${CARD}`,
  )
  const desk = await officeDesk([answers.refusal()], { policy: 'privacy: {never_store: [bank_account]}\n' })
  const { reply } = await desk.say('mia', `/note globex: pays from ${IBAN}`)
  expect(reply).toContain('pays from [bank account ending 3201]')
  expect(reply).toContain('I have not kept your bank account')
})

test('a channel cannot say itself what was not kept', async () => {
  const desk = await officeDesk([answers.refusal()])
  await desk.composition.desk.receive({
    id: 'says-so',
    channel: 'slack',
    conversation: 'says-so',
    kind: 'message',
    from: { kind: 'member', id: 'mia' },
    text: '/agenda',
    withheld: ['health'],
    atMs: desk.clock.nowMs(),
  })
  const row = desk.composition.sql.connection.prepare("select body from inbound where lane = 'says-so'").get()
  expect(JSON.parse(String(row?.body))).not.toHaveProperty('withheld')
})
