import { expect, test } from 'vitest'
import { asDictated, reworded } from './dictated.ts'

test.each([
  ['the report is friday', 'The report is Friday.'],
  ["we'll be late w/ the report, friday instead", "We'll be late w/ the report, Friday instead."],
  ["i think i'm late", "I think I'm late."],
  ['is monday ok?', 'Is Monday ok?'],
  ['it may rain; bring the mark', 'It may rain; bring the mark.'],
  ['done! see you (tomorrow)', 'Done! See you (tomorrow).'],
  ['', ''],
])('%j is sent as %j', (words, sent) => expect(asDictated(words)).toBe(sent))

const LETTER = 'Hi Pia,\n\nThe report is Friday!\n\nBest, Mia'
const around = (body: string): string => `Hi Pia,\n\n${body}\n\nBest, Mia`

test.each([
  ["say it's thursday instead", around('The report is Thursday!')],
  ['thursday instead', around('The report is Thursday!')],
  ['no, tomorrow', around('The report is tomorrow!')],
  ['shorter', 'The report is Friday!'],
  ['no greeting', 'The report is Friday!\n\nBest, Mia'],
  ['no exclamation marks please', around('The report is Friday.')],
  ['add: the deck follows', around('The report is Friday! The deck follows.')],
  ['also mention that we moved', around('The report is Friday! We moved.')],
  ['say summary instead of report', around('The summary is Friday!')],
  ['say the report comes late', around('The report comes late.')],
  ['"all is well"', around('All is well.')],
])('%j', (wish, letter) => expect(reworded(LETTER, wish)).toBe(letter))

test.each(['yes', 'no', 'hm', 'what is on tomorrow?', 'book a call with jo on thursday', 'cheese instead of wine', ''])(
  '%j is no wish for another wording',
  (wish) => expect(reworded(LETTER, wish)).toBeNull(),
)

test('what is short already, and a letter without the day that is changed, stay as they are', () => {
  expect(reworded('The report is ready.', 'shorter')).toBeNull()
  expect(reworded(around('The report is ready.'), 'thursday instead')).toBeNull()
})
