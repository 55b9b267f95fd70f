import type { Phrases } from './phrases.ts'

const REPLIES = {
  accepted: 'comes to',
  declined: 'does not come to',
  tentative: 'may come to',
  needs_action: 'has not decided on',
} as const

export const EN: Phrases = {
  dates: { locale: 'en-GB', day: 'ccc d LLL', year: ' yyyy' },
  list: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`),
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  with: (names) => ` with ${names}`,
  allDay: (day) => `${day} (all day)`,
  fromTo: (first, last) => `${first} to ${last}`,
  will: {
    create: (what) => `Book ${what}`,
    move: (what, to) => `Move ${what} to ${to}`,
    cancel: (what) => `Cancel ${what}`,
    restore: (what) => `Put back ${what}`,
    remove: (what) => `Remove ${what}`,
    update: (what, changes) => `Change ${what}: ${changes}`,
  },
  done: {
    create: (what) => `Booked ${what}`,
    move: (what, to) => `Moved ${what} to ${to}`,
    cancel: (what) => `Cancelled ${what}`,
    restore: (what) => `Put back ${what}`,
    remove: (what) => `Removed ${what}`,
    update: (what, changes) => `Changed ${what}: ${changes}`,
  },
  change: {
    title: (title) => `title "${title}"`,
    place: (place) => `place ${place ?? 'none'}`,
    description: 'its description',
    people: (names) => `people ${names}`,
  },
  replied: (who, reply, what) => `${who} ${REPLIES[reply]} ${what}`,
  problem: null,
  notDone: (what, why) => `Not done: ${what}.${why === '' ? '' : ` ${why}`}`,
  queued: (what, why) => `Queued: ${what}. ${why} You will hear when it is done.`,
  unsure: (what) => `I cannot tell whether this was done: ${what}. Please check it.`,
  nobodyDecided: 'Nobody decided in time, so nothing was done. A person will get back to you.',
  takenOver: (by) => `${by} has taken this over.`,
  declined: (by) => `${by} declined it.`,
  approved: (by) => `${by} approved it.`,
  reminder: (event) => `Reminder: ${event}.`,
  ways: (times) =>
    times.length > 0
      ? `The way there and back is kept free too: ${times.join(', ')}.`
      : 'The way there and back is no longer kept free.',
  anotherTime: 'Another time',
  stopped: 'Done: you will not hear from us here unless you write first. To take that back, send START.',
  started: 'Welcome back: reminders and news about your meetings come here again.',
  introduction: (company) => `This is the automated assistant of ${company}; people of the team can read along.`,
  onlyText: 'I cannot read voice notes or pictures yet. Could you send me a line of text?',
  notTaken: {
    too_large: 'That file is too large for me. Could you send a smaller one, or a line of text?',
    type_not_taken: 'I cannot take files of that kind: send a picture or a PDF, or a line of text.',
    not_fetched: 'I could not open that file just now. Could you send it again, or write me a line of text?',
  },
  notKept: {
    card_number: 'your card number',
    password: 'your password',
    national_id: 'your national id',
    bank_account: 'your bank account',
    health: 'what concerns your health',
    sentence: (what) => `I have not kept ${what}; please do not send that here.`,
  },
  listTooOld: 'That list was too old, so I looked again.',
  waitsForPerson: 'This waits for a person.',
  waitsFor: (owner) => `I have asked ${owner}; you will hear from us.`,
  yesOrNo: 'Please answer yes or no.',
  understood: (what) => `I understood:\n${what}\nNothing has been done yet. Is that right?`,
  yes: 'Yes',
  no: 'No',
  nobodysJob:
    'That is not something I do yet. I can find, move and cancel meetings: for instance "can we talk tomorrow afternoon?".',
  notRead: 'I could not make out what you need, so nothing has been done yet. A person of the team will read it.',
  notStarted: (part, first, waits) =>
    `Not started: "${part}" comes after "${first}", which ${waits ? 'is not decided yet' : 'was not done'}. Send it again when it is.`,
  cannotYet: (part) => `I cannot do this yet: "${part}".`,
  readInPart: (characters) => `Your message is long: ${characters} characters of its middle were not read.`,
}
