import { expect, test } from 'vitest'
import { compileCues, trainedReader } from '#language/intent.ts'
import { CUES } from './cues.ts'

const sets = [{ agent: 'scheduling', cues: CUES }]
const alone = compileCues(sets)
const trained = compileCues(sets, trainedReader())
/** The same cues without their examples: what they say must follow from their words too. */
const bare = compileCues(
  [{ agent: 'scheduling', cues: CUES.map((cue) => ({ ...cue, examples: [] })) }],
  trainedReader(),
)

const examples = CUES.flatMap(({ intent, examples }) => examples.map((example) => [example, intent] as const))

test.each(examples)('"%s" is %s', (example, intent) => {
  for (const reader of [alone, trained]) expect(reader.read(example)).toMatchObject({ agent: 'scheduling', intent })
})

test('most examples follow from the verbs and objects alone', () => {
  const right = examples.filter(([example, intent]) => bare.read(example).intent === intent)
  expect(right.length / examples.length).toBeGreaterThan(0.85)
})

test.each([
  ['meet @sam 25m tmrw re pricing', 'book'],
  ['free thursday', 'query'],
  ['agenda friday', 'query'],
  ['move @sam 3pm to 4pm', 'move'],
  ['cancel 3pm', 'cancel'],
  ['remind call the bank thu', 'remind'],
])('the explicit verb of "%s" is certain', (text, intent) => {
  for (const reader of [alone, trained]) expect(reader.read(text)).toMatchObject({ intent, confidence: 1 })
})

test.each([
  ['could we set up half an hour with Priya on Thursday?', 'book'],
  ['Please book a meeting room for Monday at 9', 'book'],
  ['pencil in coffee with the Berlin team next week', 'book'],
  ['I would love to meet your team on Tuesday afternoon', 'book'],
  ['nächsten Dienstag um 15 Uhr passt mir gut', 'book'],
  ['¿podemos hablar el jueves por la tarde?', 'book'],
  ['est-ce que demain à 14h vous convient ?', 'book'],
  ['who am I seeing tomorrow morning?', 'query'],
  ['anything on my calendar for the 12th', 'query'],
  ['is Priya free on Friday afternoon?', 'query'],
  ['where is the board call?', 'query'],
  ['can you push the demo to next Tuesday', 'move'],
  ['change the standup to 10', 'move'],
  ['postpone my one on one by an hour', 'move'],
  ['something came up, could we reschedule our call?', 'move'],
  ['please take the offsite off my calendar', 'cancel'],
  ['call off the kickoff', 'cancel'],
  ['sorry, I have to cancel tomorrow', 'cancel'],
  ['je dois malheureusement annuler', 'cancel'],
  ['set a reminder to send the invoice on Friday', 'remind'],
  ['remind me to cancel the hotel', 'remind'],
])('"%s" is %s', (text, intent) => {
  expect(trained.read(text)).toMatchObject({ agent: 'scheduling', intent })
})

test.each([
  'thx',
  'see you then 👍',
  'draft an email to Jo about pricing',
  'reply to her and say we are late with the report',
  'log that Acme asked for a discount',
  'move all stale deals to nurture',
  'merge the two acme gmbhs',
  "change Maria's number to 07700 900123",
  'who owns hooli?',
  "how's acme feeling lately?",
  'cancel my subscription',
  'book a flight to Berlin on Monday',
  'reserve a table for two at eight',
  'set an alarm for 7 am',
  'what is the weather tomorrow',
  'when is the next train to Basel',
  'my lawyer will be in touch',
  'how much is a website?',
])('"%s" is not for scheduling', (text) => {
  expect(trained.read(text)).toMatchObject({ agent: null, intent: null })
})

test('the jobs of one message are told apart, and what leans on which', () => {
  const jobs = (text: string) => trained.split(text).map(({ intent, after }) => [intent, after])
  expect(jobs('cancel my 3pm and book 30 min with Sam tomorrow at 4')).toEqual([
    ['cancel', null],
    ['book', null],
  ])
  expect(jobs('move Acme to Thursday and tell them why, also log that they asked for a discount')).toEqual([
    ['move', null],
    [null, 0],
    [null, null],
  ])
  expect(jobs('book a call with jo on Monday and then send them the agenda')).toEqual([
    ['book', null],
    [null, 0],
  ])
})
