import { expect, test } from 'vitest'
import { compileCues, trainedReader } from '#language/intent.ts'
import { CUES } from '../cues.ts'

const reader = compileCues([{ agent: 'scheduling', cues: CUES }], trainedReader())
const jobs = (text: string) => reader.split(text).map(({ text, intent }) => [intent, text])

test.each([
  [
    'ok so jo said yes thurs or fri but not fri am, sams out thurs pm i think?? just book whatever + zoom + send agenda from the doc',
    [
      ['book', 'ok so jo said yes thurs or fri but not fri am, sams out thurs pm i think?? just book whatever + zoom'],
      [null, 'send agenda from the doc'],
    ],
  ],
  [
    'find 30 min with Sam and Priya this week and send them an invite',
    [
      ['book', 'find 30 min with Sam and Priya this week'],
      [null, 'send them an invite'],
    ],
  ],
  [
    'push the standup to 10 and post it in #team',
    [
      ['move', 'push the standup to 10'],
      [null, 'post it in #team'],
    ],
  ],
  [
    'cancel my 3pm and let Priya know why',
    [
      ['cancel', 'cancel my 3pm'],
      [null, 'let Priya know why'],
    ],
  ],
  [
    'move Acme to Thursday, tell Jo, and remind me the day before',
    [
      ['move', 'move Acme to Thursday'],
      [null, 'tell Jo'],
      ['remind', 'remind me the day before'],
    ],
  ],
  [
    'free up my afternoon and move whatever is there to tomorrow',
    [
      ['cancel', 'free up my afternoon'],
      ['move', 'move whatever is there to tomorrow'],
    ],
  ],
  [
    'podemos hablar mañana? y mándame el contrato',
    [
      ['book', 'podemos hablar mañana?'],
      [null, 'mándame el contrato'],
    ],
  ],
  [
    'annulez mon rdv de jeudi et envoyez-moi la facture',
    [
      ['cancel', 'annulez mon rdv de jeudi'],
      [null, 'envoyez-moi la facture'],
    ],
  ],
])('"%s" is told apart', (text, expected) => {
  expect(jobs(text)).toEqual(expected)
})

test.each([
  'tell Sam the meeting is moved to Friday',
  "let them know I can't make it",
  'ask Priya whether the demo on Friday is still on',
  'send the agenda for the call on Monday to Lena',
  'email Jo about the meeting on Thursday',
  'note that the client wants to meet in June',
  'draft a reply saying Thursday works',
  'summarize the meeting notes',
  'write a follow up after the meeting',
])('what somebody is to be told, or what is to be written up, is no request for the calendar: "%s"', (text) => {
  expect(jobs(text)).toEqual([[null, text]])
})

test.each([
  'great job on the demo yesterday',
  'the call went well',
  'we had a good meeting with Acme',
  "Acme asked for a discount in yesterday's call",
  'is Acme happy after the last meeting?',
  'update the deal: they moved the launch to June',
])('what was is not asked for: "%s"', (text) => {
  expect(reader.read(text).intent).toBeNull()
})

test.each([
  'see you then 👍',
  'ok great, talk soon',
  'thanks for letting me know!',
  'no worries, speak then',
  'looking forward to it :)',
  'have a lovely weekend',
  'vielen Dank, bis dann',
  'vale, hasta luego',
  "d'accord, à bientôt",
  '😀👍🏽👩‍👩‍👧',
  '',
])('"%s" is noise', (text) => {
  expect(reader.read(text)).toMatchObject({ intent: null, confidence: 1 })
})

test.each([
  'who reports to Sam',
  "what is Ana's phone number",
  'where is the nearest coffee shop',
  'i forgot my password',
  'are you a robot',
  'what can you do',
  'can you make a chart of meetings by week',
])('"%s" is nothing the calendar can answer', (text) => {
  expect(reader.read(text).intent).toBeNull()
})

test.each([
  ['set up a call to discuss the invoice with Sam on Friday', 'book'],
  ['lunch with the insurance people on Tuesday', 'book'],
  ['move my meeting about the bank account to Monday', 'move'],
  ['when is my call with the mail team?', 'query'],
  ['on thursday at 10 book the demo with Jo', 'book'],
  ['are Sam, Priya and Jo free tomorrow at 3?', 'query'],
  ['is there a tax meeting on Thursday?', 'query'],
  ['book a call for the newsletter on Monday', 'book'],
  ['shedule a meting with Jo for wendesday', 'book'],
])('what a meeting is about, whom it is with and how it is spelt make it nobody else’s job: "%s"', (text, intent) => {
  expect(reader.read(text).intent).toBe(intent)
})

test.each([
  ['zero-width characters', 'b\u200bo\u200bo\u200bk a c\u200ball tomorrow'],
  ['soft hyphens', 'bo\u00adok a ca\u00adll tomorrow at 3'],
  ['full-width letters', 'ｂｏｏｋ ａ ｃａｌｌ ｔｏｍｏｒｒｏｗ'],
  ['hard spaces', 'book\u00a0a\u00a0call\u00a0tomorrow'],
  ['markup', '<b>book</b> <a href="x">a call</a> tomorrow at 3'],
])('%s do not hide a request', (_, text) => {
  expect(reader.read(text).intent).toBe('book')
})

test.each([
  ['a million words', 'a '.repeat(1_000_000)],
  ['one endless word', 'x'.repeat(1_000_000)],
  ['a thousand requests', 'book a meeting with Sam tomorrow and cancel it. '.repeat(1000)],
  ['nothing but times', 'monday at 3 '.repeat(3000)],
  ['questions', 'can we talk? '.repeat(2000)],
  ['stacked accents', 'b̸̢̛o̷͇͝o̶k̷ '.repeat(3000)],
  ['right to left', '\u202Eلقاء غدا\u202C '.repeat(1000)],
  ['half characters and controls', '\ud800 book \udfff \u0000\u0007'],
  ['names of an object', '__proto__ constructor toString hasOwnProperty'],
])('%s do not make the reader run away', (_, text) => {
  const before = performance.now()
  expect(reader.split(text).length).toBeLessThanOrEqual(13)
  // Far beyond what a busy machine takes, far below what a reader that runs away does.
  expect(performance.now() - before).toBeLessThan(5000)
})

test.each([
  ['remove Tina from the call', 'move'],
  ['take Bob off the board call', 'move'],
  ['drop Jo from that review', 'move'],
  ['also add Noor to that review', 'move'],
  ['add Tom to this one too', 'move'],
  ['take off the external guests from the review on Friday', 'move'],
  ['delete the location of the demo until we know', 'move'],
  ['take the board call off my calendar', 'cancel'],
  ['remove lunch with Noor from my calendar', 'cancel'],
])('who is in a meeting is not whether it is: "%s" is %s', (text, intent) => {
  expect(reader.read(text).intent).toBe(intent)
})

test.each([
  'make that review start half an hour later',
  'could you make it 45 minutes after all?',
  'make that last two hours',
  'make it the day after tomorrow instead',
  'change the location to the big room',
  'it should be at 11 am',
  'the demo should start at 10',
])('"%s" changes what was spoken of', (text) => {
  expect(reader.read(text).intent).toBe('move')
})
