import type { Cue } from '#kernel/cue.ts'

/** A list written as text, its entries between commas. */
const words = (list: string): string[] =>
  list
    .split(',')
    .map((entry) => entry.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/** Whoever says these wants to be told something, or speaks of mail that came in, or of addresses. */
const TO_ME = words(`
  tell me, tell us, tell if, tell whether, tell how, tell what, tell when, tell where, tell who, tell why, tell which, tell funny, tell something, tell my something, tell a, tell some,
  tell the latest, tell the news, tell the temperature, tell the weather, tell the time, tell contact, inform if, inform how, inform what, tell em, tell alexa, tell siri, tell google, my bank,
  my response, taxi, uber, email id, message me, text me, email me, mail me, let me know, let us know, inform me, notify me, ping me, update me, remind me, reply to me, get back to me, get back to us,
  new =emails, check my email, check email, my inbox, read my email, =emails from, my email address,
  what is ... email, whats ... email, find ... email, what email, which email, any email, any emails, did i get, have i got, do i have, received any,
  i got an email, i received an email, we got an email, there is an email, my email to,
  email address of, email address for, ... s email address, edit ... email, change ... email, update ... email, correct ... email, save ... email, remember ... email, delete ... email, remove ... email,
  add ... email, add email, my contacts, email contacts, new contact, existing contact, contact list, address book, my favorites, my favourites,
  set up an email, email account, text to speech, text message from, messages from, my messages, unread, a joke, a story, a riddle,
  the desk, dashboard, the crm, a note, alarm, timer, playlist, facebook, twitter, tweet`)

/** What people call something written. */
const LETTERS = words('email, e mail, mail')
const WRITING = words('write, compose, draft, prepare, create, make, start, open, type')
const ANSWERS = words('reply, response, answer')

/** Invitations are answered where they lie. */
const INVITED = ['reply to', 'respond to', 'answer'].flatMap((verb) =>
  ['the', 'this', 'that', 'my', 'an'].flatMap((which) => [`${verb} ${which} invite`, `${verb} ${which} invitation`]),
)

/** Something is said to somebody outside. */
const UPDATE: Cue = {
  intent: 'update',
  slash: 'msg',
  audience: ['member'],
  verbs: [
    ...words(`
    tell, let ... know, inform, notify, message, text, whatsapp, email, e mail, mail, ping, write to, write ... a message, write a message, compose a message,
    send ... a message, send a message to, send message to, send ... a mail, send ... an email, send an email to, send a mail to, send email to, send mail to, send the email to,
    send a new email to, send an email, send a email, send email, send this email, send ... a text, send a text to, send a whatsapp to, send ... a whatsapp, send ... a note, send ... an update,
    send an update to, send ... on whatsapp, send ... by mail, send ... by email, send the deck to, send the invoice to, send the contract to, send the link to, send the file to, send the slides to,
    drop ... a line, give ... a heads up, heads up to, shoot ... a message, shoot ... an email,
    reply, reply to, reply back, reply all, respond to, respond back, write back, email back, get back to,
    send happy, send merry, send greetings, send best wishes`),
    ...WRITING.flatMap((verb) =>
      LETTERS.flatMap((letter) => [
        `${verb} ${letter}`,
        `${verb} a ${letter}`,
        `${verb} an ${letter}`,
        `${verb} a new ${letter}`,
        `${verb} this ${letter}`,
        `${verb} the ${letter}`,
      ]),
    ),
    ...LETTERS.flatMap((letter) => [
      `answer ... ${letter}`,
      `answer the ${letter}`,
      `answer this ${letter}`,
      `reply ... ${letter}`,
      `respond ... ${letter}`,
    ]),
    ...ANSWERS.flatMap((answer) => [
      `send ${answer}`,
      `send a ${answer}`,
      `send an ${answer}`,
      `send my ${answer}`,
      `write a ${answer}`,
      `write an ${answer}`,
      `draft a ${answer}`,
    ]),
    ...words('thanks, regards, congratulations, apologies, condolences').flatMap((wish) => [
      `send ${wish}`,
      `send my ${wish}`,
      `send our ${wish}`,
    ]),
  ],
  objects: [],
  refusals: [...TO_ME, ...INVITED],
  examples: [
    'tell acme the report is friday',
    "let pia know we're running late",
    'message globex on whatsapp that the demo moved',
    'email jo that the invoice is paid',
    'send pia a message: the files are ready',
    "tell acme we'll be late w/ the report, friday instead",
    'send the deck to pia on whatsapp',
    'tell all clients we are closed on monday',
    "reply to pia's email that thursday works",
    'write an email to jo about the invoice',
    'reply to this email',
    'send my thanks to pia for the quick answer',
  ],
}

const AGREED = words('agreed to, opted in to, ok with, okay with, fine with, consented to, happy with, said yes to')
const TO_WHAT = words(
  'whatsapp, updates on whatsapp, messages on whatsapp, being messaged, whatsapp messages, updates by whatsapp',
)

/** Somebody outside agreed to be written to. */
const AGREEMENT: Cue = {
  intent: 'agreement',
  slash: null,
  audience: ['member'],
  verbs: AGREED.flatMap((verb) => TO_WHAT.map((what) => `... ${verb} ${what}`)),
  objects: [],
  refusals: [],
  examples: [
    'pia agreed to whatsapp on the phone today',
    'jo is ok with whatsapp',
    'lena opted in to updates on whatsapp',
    'pia said yes to whatsapp messages',
  ],
}

/** The intents of messages to people outside. */
export const CUES: readonly Cue[] = [UPDATE, AGREEMENT]
