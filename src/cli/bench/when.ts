import { readWhen } from '#language/when.ts'

/** What people write, short and long, with one time, with several and with none. */
const SENTENCES = [
  'call Ana tomorrow at 3pm',
  'can we meet next Friday at 10, or the Monday after?',
  'find 30 min with Sam and Priya this week, not before 11',
  'book discovery with jo@acme.io tues 3ish',
  'push my 2pm by half an hour, I am late',
  'move the standup to 9:45 from next week on',
  'block thu morning for the deck, dont let anyone in',
  'lunch with dave at dishoom shoreditch wed 1pm',
  'i fly to berlin mon 7:40, back wed night',
  'set up a monthly board call, last thursday, 90 min, from Jan',
  'end of the month, anytime after 6pm ok?',
  'between 2 and 4pm on Thursday, London time',
  'the third Tuesday of October 2027 at a quarter to noon',
  'we are closed from 24 December to 2 January',
  'two weeks before Easter',
  'due by the end of next quarter',
  'every second Wednesday at 17:30 until the summer',
  '2027-03-28T01:30:00+01:00',
  'on 03/04 or 04/04, whichever suits',
  'mañana por la tarde puede ser?',
  'nächste Woche Dienstag um halb drei',
  'lundi prochain à 14h30 avec Claire',
  'thanks, that works for me',
  'they asked for a discount on the yearly plan, please log it and tell marketing',
  'Hi team, quick update on the Acme deal: Maria called yesterday, she wants the offer by Wednesday noon, and if we can, a demo of about 45 minutes on Thursday or Friday between 10 and 12. She is away for the next two weeks after that, so otherwise it would have to be mid December. Last time we met was on 14 October at their office.',
] as const

/** Friday 20 November 2026, 09:00 in London. */
const SPEAKER = { nowMs: Date.UTC(2026, 10, 20, 9), zone: 'Europe/London', locale: 'en-GB' }

export interface Reading {
  sentences: number
  /** Milliseconds of processor time a sentence, so that other programs on the machine do not count. */
  ms: number
}

/** What it costs to find the times in a sentence, once the program is warm. */
export function reading(rounds = 150): Reading {
  const read = (): void => {
    for (let round = 0; round < rounds; round++) for (const text of SENTENCES) readWhen(text, SPEAKER)
  }
  read()
  const before = process.cpuUsage()
  read()
  const { user, system } = process.cpuUsage(before)
  return { sentences: SENTENCES.length, ms: (user + system) / 1000 / rounds / SENTENCES.length }
}
