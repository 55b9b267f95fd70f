import { describe, expect, test } from 'vitest'
import type { Language } from '#kernel/language.ts'
import { readBudget } from './budget.ts'
import { classOf, readSignals } from './class.ts'
import { fieldsOf } from './fields.ts'
import { isAllGibberish, isTest } from './gibberish.ts'
import { readIndustry, readSectors } from './industry.ts'
import { readAnger } from './mood.ts'
import { readServices } from './need.ts'
import { readPlace } from './place.ts'
import { readAuthority, readRole } from './role.ts'
import { plainOf, saidAs } from './said.ts'
import { readSize } from './size.ts'
import { readReferral } from './source.ts'
import { readTimeline } from './timeline.ts'
import { readKnownTo, readWants } from './wants.ts'

const said = (text: string, language: Language = 'en') =>
  saidAs(text, { language, nowMs: Date.parse('2026-11-24T10:00:00Z'), zone: 'Europe/London', currency: 'EUR' })

test('the plain form keeps every letter in its place', () => {
  for (const text of ['Çà va, Müller?', 'straße ’s', 'ÅNGSTRÖM', 'e\u0301te\u0301'.normalize('NFC')])
    expect(plainOf(text)).toHaveLength(text.length)
})

describe('what somebody is', () => {
  const classIn = (text: string) => classOf(readSignals(said(text)))

  test.each([
    ["I'm a CS student, can I intern?", 'job_seeker'],
    ['are you hiring designers?', 'job_seeker'],
    ['Hola, busco trabajo como diseñador', 'job_seeker'],
    ['Bonjour, je cherche un stage', 'job_seeker'],
    ['Ich suche einen Praktikumsplatz', 'job_seeker'],
    ['We offer SEO services, guaranteed #1 ranking', 'pitch'],
    ['We provide guest posts and backlinks', 'pitch'],
    ['Nous proposons du référencement garanti', 'pitch'],
    ['Wir bieten Ihnen Suchmaschinenoptimierung, garantiert', 'pitch'],
    ["I'm a reporter, any comment on the layoffs?", 'press'],
    ['Soy periodista, quisiera una entrevista', 'press'],
    ['Presseanfrage: Stellungnahme zu den Entlassungen', 'press'],
    ['for my thesis I would like to interview you', 'student'],
    ['we would like to become a reseller', 'partner'],
    ['invoice wrong!!', 'support'],
    ['la factura está mal', 'support'],
    ['ma facture est fausse', 'support'],
    ['die Rechnung ist falsch', 'support'],
    ['we are already a client of yours', 'customer'],
  ])('"%s" is %s', (text, expected) => {
    expect(classIn(text)).toBe(expected)
  })

  test.each([
    'we need help with SEO to boost our rankings',
    'we need an app for job applications',
    'our students need a new website',
    'I work at a magazine and we need a website',
    'do you offer maintenance?',
    'we are a lead generation agency and need a website',
    'need an invoice generator for our shop',
    'I am looking for a developer for my shop',
    'wir suchen eine Agentur für unsere Webseite',
    'our research team needs a new site',
  ])('"%s" is a lead', (text) => {
    expect(classIn(text)).toBe('lead')
  })
})

test('keyboard runs and tests are told from words', () => {
  for (const text of ['asdf', 'asdfasdf', 'qwerty', 'sdfsdf hjkl', 'aaaaa'])
    expect(isAllGibberish(text), text).toBe(true)
  for (const text of ['couscous', 'rhythm', 'Schwartz', 'were', 'hello asdf', 'no', '', '👍', 'Jo Ng'])
    expect(isAllGibberish(text), text).toBe(false)
  for (const text of ['test', 'test test', 'Testing 123', 'this is a test']) expect(isTest(text), text).toBe(true)
  for (const text of ['test our website', 'I need a test', 'contest']) expect(isTest(text), text).toBe(false)
})

test.each<[string, Language, number | null]>([
  ['40 people, Berlin', 'en', 40],
  ["we're 2 people", 'en', 2],
  ['a team of 12', 'en', 12],
  ['1,200 employees', 'en', 1200],
  ['somos 15', 'es', 15],
  ['nous sommes 40 salariés', 'fr', 40],
  ['wir sind 25 Leute', 'de', 25],
  ["it's just me", 'en', 1],
  ['we are 5 years old', 'en', null],
  ['20 seats', 'en', null],
])('"%s": how many they are', (text, language, expected) => {
  expect(readSize(said(text, language))?.value ?? null).toBe(expected)
})

test.each<[string, Language, string | null]>([
  ["I'm the COO", 'en', 'COO'],
  ['I am head of marketing at a SaaS company', 'en', 'head of marketing'],
  ['soy la directora general', 'es', 'directora general'],
  ['je suis le directeur général', 'fr', 'directeur général'],
  ['ich bin Geschäftsführerin', 'de', 'Geschäftsführerin'],
  ['our CEO asked me to write', 'en', null],
  ['I am happy', 'en', null],
])('"%s": what they are there', (text, language, expected) => {
  expect(readRole(said(text, language))?.value ?? null).toBe(expected)
})

test.each<[string, Language, [number, string | null] | null]>([
  ['budget ~30k', 'en', [3_000_000, null]],
  ['€2-3k/mo', 'en', [300_000, 'month']],
  ['Budget ca. 10.000 €', 'de', [1_000_000, null]],
  ['no budget yet', 'en', [0, null]],
  ['noch kein Budget', 'de', [0, null]],
  ['our revenue is 5m EUR', 'en', null],
  ['we are 40 people', 'en', null],
])('"%s": what they would spend', (text, language, expected) => {
  const budget = readBudget(said(text, language))?.value
  expect(budget ? [budget.amountMinor, budget.period] : null).toEqual(expected)
})

test.each<[string, Language, string, string | null]>([
  ['need this before Q1', 'en', 'dated', '2026-12-31'],
  ['avant fin janvier', 'fr', 'dated', '2027-01-31'],
  ['we need it asap', 'en', 'dated', null],
  ['maybe later this year', 'en', 'vague', null],
  ['just looking', 'en', 'none', null],
  ['keine Eile', 'de', 'none', null],
])('"%s": when they need it', (text, language, timeline, by) => {
  expect(readTimeline(said(text, language))?.value).toEqual({ timeline, by })
})

test('a time to talk is no deadline', () => {
  expect(readTimeline(said('can we talk tomorrow at 3pm?'))).toBeNull()
})

test('places by country or big city, with a capital letter', () => {
  const place = (text: string) => readPlace(said(text))?.value ?? null
  expect(
    ['40 people, Berlin', 'wir sind in Österreich', 'en España', 'from the UK', 'aux Pays-Bas'].map(place),
  ).toEqual(['DE', 'AT', 'ES', 'GB', 'NL'])
  expect(['nice work', 'Nice work, Jordan', 'us too', 'I turkey'].map(place)).toEqual([null, null, null, null])
})

test('a trade is only theirs where they say so', () => {
  const trade = (text: string, wanted: string[] = []) => readIndustry(said(text), wanted)?.value ?? null
  expect(trade('a website for my clinic')).toBe('healthcare clinic')
  expect(trade('40 people, SaaS, London')).toBe('saas')
  expect(trade('we run a bakery', ['bakery'])).toBe('bakery')
  expect(trade('are you an agency?')).toBeNull()
  expect(trade('do you work with NGOs?')).toBeNull()
  expect(readSectors(said('vous travaillez avec des ONG ?'), [])).toEqual(['ngo'])
})

test('services are known by their words, in one or many', () => {
  const services = [
    { name: 'Shopify apps', words: ['Shopify apps', 'tienda online'], from: null, to: null, per: null, takes: null },
  ]
  for (const text of ['do u build shopify apps', 'a Shopify app', '¿hacen tiendas online?', 'una tienda online'])
    expect(
      readServices(said(text), services).map(({ service }) => service.name),
      text,
    ).toEqual(['Shopify apps'])
  expect(readServices(said('apps for iPhones'), services)).toEqual([])
})

test.each<[string, string]>([
  ['can I talk to a human?', 'human'],
  ['quiero hablar con una persona', 'human'],
  ['are you a bot?', 'bot'],
  ['eres un bot?', 'bot'],
  ['What is your discount for annual?', 'discount'],
  ['can you do 20% off', 'haggle'],
  ['Geht das billiger?', 'haggle'],
  ['Can you sign our NDA', 'legal'],
  ['please send the security docs', 'security'],
  ['call me now', 'call'],
  ['wie lange dauert das?', 'duration'],
  ['Not giving my email', 'no_email'],
  ['you will hear from my lawyer', 'threat'],
  ['löschen Sie meine Daten', 'privacy'],
])('"%s" asks for %s', (text, want) => {
  expect(Object.keys(readWants(said(text)))).toContain(want)
})

test('what is not asked for', () => {
  const wants = (text: string) => Object.keys(readWants(said(text)))
  expect(wants('I am a person who likes websites')).not.toContain('human')
  expect(wants('we have a maintenance contract elsewhere')).not.toContain('legal')
  expect(wants('thanks for your time')).toEqual([])
})

test('who sent them, whom they talked to, who decides, how they feel', () => {
  expect(readReferral(said('Saw your talk. 40 people'))).toBe('Saw your talk')
  expect(readReferral(said('I saw a bird'))).toBeNull()
  expect(readKnownTo(said('I already talked to Sam about this'))).toBe('Sam')
  expect(readKnownTo(said("j'ai déjà parlé avec Léa", 'fr'))).toBe('Léa')
  expect(readAuthority(said('I have to ask my boss'))?.value).toBe(false)
  expect(readAuthority(said("it's my call"))?.value).toBe(true)
  expect(readAnger(said('this is a joke, nobody answers'))).not.toBeNull()
  expect(readAnger(said('what a great joke you told'))).toBeNull()
})

test('fields of forms are known by the names they have on pages, and nothing else is one', () => {
  expect(
    fieldsOf({
      'E-Mail*': 'jo@acme.example',
      Firma: 'Acme',
      'How did you hear about us': 'a talk',
      status: 'won',
      owner: 'eve',
    }),
  ).toEqual({ email: 'jo@acme.example', company: 'Acme', referrer: 'a talk' })
})

test('long and odd texts are read in time', () => {
  for (const text of [
    'a '.repeat(20_000),
    'budget '.repeat(3000),
    '1,'.repeat(9000),
    'we are '.repeat(4000),
    '\u202e\u0000',
  ])
    expect(() => [
      readWants(said(text)),
      readSignals(said(text)),
      readBudget(said(text)),
      readRole(said(text)),
    ]).not.toThrow()
})
