import { expect, test } from 'vitest'
import { formsDesk, JO, SITE } from '#test/harness/forms.ts'
import { fieldsIn } from './read/body.ts'
import { postOf } from './read/meaning.ts'

const URLENCODED = 'application/x-www-form-urlencoded'
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)
const refused = async (body: Uint8Array, type: string) => {
  try {
    await fieldsIn(body, type)
    return null
  } catch (error) {
    return [(error as { code: string }).code, (error as Error).message]
  }
}
const multipart = (parts: readonly string[], boundary = 'xx') =>
  bytes(`${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`, 'latin1')
const part = (name: string, value: string) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`

test('the three encodings say the same', async () => {
  const said = [
    ['name', 'Zoë & Co'],
    ['message', 'a=b 100% ✓'],
  ]
  expect(await fieldsIn(bytes('name=Zo%C3%AB+%26+Co&message=a%3Db+100%25+%E2%9C%93'), URLENCODED)).toEqual(said)
  expect(await fieldsIn(bytes('{"name":"Zoë & Co","message":"a=b 100% ✓"}'), 'application/json')).toEqual(said)
  const parts = [part('name', 'Zoë & Co'), part('message', 'a=b 100% ✓')].map((one) =>
    Buffer.from(one, 'utf8').toString('latin1'),
  )
  expect(await fieldsIn(multipart(parts), 'multipart/form-data; boundary=xx')).toEqual(said)
})

test('a body in a declared charset is read in it, in every encoding', async () => {
  const said = [['name', 'Zoë Müller']]
  expect(await fieldsIn(bytes('name=Zo%EB+M%FCller'), `${URLENCODED}; charset=ISO-8859-1`)).toEqual(said)
  expect(await fieldsIn(bytes('name=Zo\xeb+M\xfcller', 'latin1'), `${URLENCODED};charset="windows-1252"`)).toEqual(said)
  expect((await fieldsIn(bytes('_charset_=iso-8859-1&name=Zo%EB+M%FCller'), URLENCODED))[1]).toEqual(said[0])
  expect(await fieldsIn(bytes('{"name":"Zo\xeb M\xfcller"}', 'latin1'), 'application/json; charset=latin1')).toEqual(
    said,
  )
  const parts = [part('_charset_', 'iso-8859-1'), part('name', 'Zo\xeb M\xfcller')]
  expect((await fieldsIn(multipart(parts), 'multipart/form-data; boundary=xx'))[1]).toEqual(said[0])
})

test.each([
  ['urlencoded', bytes('name=Zo%EB'), URLENCODED],
  ['raw bytes', bytes('name=Zo\xeb', 'latin1'), URLENCODED],
  ['a lone surrogate', bytes('name=%ED%A0%80'), URLENCODED],
  ['JSON', bytes('{"name":"Zo\xeb"}', 'latin1'), 'application/json'],
  ['multipart', multipart([part('name', 'Zo\xeb')]), 'multipart/form-data; boundary=xx'],
])('bytes that are no UTF-8 are refused, never guessed at: %s', async (_what, body, type) => {
  expect(await refused(body, type)).toEqual(['FORM_UNREADABLE', expect.stringContaining('UTF-8')])
})

test.each([
  ['text/plain', 'application/json'],
  ['', 'application/json'],
  [`${URLENCODED}; charset=klingon`, 'charset'],
  ['multipart/form-data', 'boundary'],
])('a body of the type "%s" is refused by name', async (type, says) => {
  expect(await refused(bytes('a=b'), type)).toEqual(['FORM_TYPE', expect.stringContaining(says)])
})

test.each(['', '[]', '"text"', 'null', '{"a":', '{"a":{"b":1}}', '[['.repeat(50_000)])(
  'JSON that is no form is refused: %.20s',
  async (text) => {
    const found = await refused(bytes(text), 'application/json')
    expect(['FORM_UNREADABLE', 'FORM_FIELD']).toContain(found?.[0])
  },
)

test('ten thousand fields are refused before they are read, in every encoding, with the limit named', async () => {
  const many = Array.from({ length: 10_000 }, (_one, at) => at)
  const bodies: [Uint8Array, string][] = [
    [bytes(many.map((at) => `f${at}=1`).join('&')), URLENCODED],
    [bytes(`{${many.map((at) => `"f${at}":1`).join(',')}}`), 'application/json'],
    [bytes(`{"a":[${many.map(() => '{}').join(',')}]}`), 'application/json'],
    [multipart(many.map((at) => part(`f${at}`, '1'))), 'multipart/form-data; boundary=xx'],
  ]
  for (const [body, type] of bodies)
    expect(await refused(body, type)).toEqual(['FORM_TOO_MUCH', 'That is too much: a form takes up to 100 fields.'])
  const desk = await formsDesk()
  const answer = await desk.send({
    body: many.map((at) => `f${at}=1`).join('&'),
    headers: { 'content-type': URLENCODED, accept: 'application/json' },
  })
  expect(answer.status).toBe(413)
  expect(desk.journal()).toEqual([])
})

test('a colon or a brace in a text is no field', async () => {
  const text = JSON.stringify({ message: `"${'a:{\\"'.repeat(500)}` })
  expect(await fieldsIn(bytes(text), 'application/json')).toHaveLength(1)
})

test('a post that is too large is refused with the limit', async () => {
  const desk = await formsDesk()
  const headers = { 'content-type': URLENCODED, accept: 'application/json' }
  const answer = await desk.send({ body: `message=${'x'.repeat(300_000)}`, headers })
  expect([answer.status, await answer.json()]).toEqual([
    413,
    { error: { code: 'FORM_TOO_MUCH', message: expect.stringContaining('256 kB') } },
  ])
})

test('a file is refused by name, an empty file box is not', async () => {
  const file = (name: string, content: string) =>
    `Content-Disposition: form-data; name="cv"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n${content}`
  const type = 'multipart/form-data; boundary=xx'
  expect(await refused(multipart([part('name', 'Jo'), file('cv.pdf', '\xff\xd8')]), type)).toEqual([
    'FORM_FIELD',
    expect.stringContaining('"cv" is a file'),
  ])
  expect(await fieldsIn(multipart([part('name', 'Jo'), file('', '')]), type)).toEqual([['name', 'Jo']])
})

test.each(['__proto__', 'constructor', 'prototype', ' ', 'x'.repeat(81)])('no field may be called "%.20s"', (name) => {
  expect(() => postOf([[name, 'value']], {})).toThrow(expect.objectContaining({ code: 'FORM_FIELD' }))
})

test('a field that comes several times is one list, but nobody has two addresses', () => {
  const { rest } = postOf(
    [
      ['service', 'web'],
      ['service', 'print'],
      ['service', 'web'],
    ],
    {},
  )
  expect([...rest]).toEqual([['service', 'web, print']])
  expect(
    postOf(
      [
        ['email', 'jo@acme.example'],
        ['email', 'jo@acme.example'],
      ],
      {},
    ).said.email,
  ).toBe('jo@acme.example')
  expect(() =>
    postOf(
      [
        ['email', 'jo@acme.example'],
        ['email', 'vic@tim.example'],
      ],
      {},
    ),
  ).toThrow(/several values/)
})

test('fields are known by their usual names in four languages, and by what the team calls them', () => {
  const said = (fields: Record<string, string>, own = {}) => postOf(Object.entries(fields), own).said
  expect(
    said({ Vorname: 'Jo', Nachname: 'Park', 'E-Mail': 'j@x.de', Telefon: '030', Firma: 'X', Nachricht: 'Hallo' }),
  ).toEqual({
    name: 'Jo Park',
    email: 'j@x.de',
    phone: '030',
    company: 'X',
    role: null,
    message: 'Hallo',
    subject: null,
    language: null,
  })
  expect(said({ Prénom: 'Jo', Courriel: 'j@x.fr', Société: 'X' })).toMatchObject({
    name: 'Jo',
    email: 'j@x.fr',
    company: 'X',
  })
  expect(said({ how_can_we_help: 'Hi', message: 'not this' }, { message: 'how_can_we_help' })).toMatchObject({
    message: 'Hi',
  })
})

test.each([
  ['no at sign', 'jo.acme.example'],
  ['two', 'jo@acme.example,vic@tim.example'],
  ['a list in the local part', 'jo,vic@tim.example'],
  ['a second header', 'jo@acme.example\nBcc: vic@tim.example'],
  ['a display name', 'Jo <jo@acme.example>'],
  ['too long', `${'j'.repeat(65)}@acme.example`],
])('an address with %s is asked for again, in the words of whoever wrote it', async (_what, email) => {
  const desk = await formsDesk()
  const headers = { accept: 'application/json', 'accept-language': 'de' }
  const answer = await desk.send({ body: { ...JO, email, message: 'Hallo' }, headers })
  expect([answer.status, await answer.json()]).toMatchObject([
    422,
    { error: { code: 'FORM_FIELD', message: 'Bitte prüfen Sie die E-Mail-Adresse.' } },
  ])
  expect(desk.journal()).toEqual([])
})

test('nothing at all, and a message that does not fit, are asked for again', async () => {
  const desk = await formsDesk()
  const headers = { accept: 'application/json' }
  expect((await desk.send({ body: { name: 'Jo' }, headers })).status).toBe(422)
  const long = await desk.send({ body: { message: 'x'.repeat(20_001) }, headers })
  expect(await long.json()).toMatchObject({ error: { message: expect.stringContaining('20001 characters') } })
  expect((await desk.send({ body: { ...JO, company: 'x'.repeat(2_001) }, headers })).status).toBe(413)
  expect(desk.journal()).toEqual([])
  expect((await desk.send({ body: { phone: '+44 7700 900123' }, headers })).status).toBe(200)
  expect(desk.journal()[0]?.event.from).toMatchObject({ id: '+447700900123', phone: '+447700900123' })
})

test('what somebody writes is shown to them as text', async () => {
  const desk = await formsDesk()
  const body = { name: '"><script>alert(1)</script>', message: '</textarea><img src=x onerror=1>', 'x"y': '<b>' }
  const answer = await desk.send({ body, ticket: false, headers: { origin: SITE } })
  const page = await answer.text()
  expect(page).not.toMatch(/<script>alert|<img|"x"y"|<b>/)
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})
