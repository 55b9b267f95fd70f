import type { Cue } from '#kernel/cue.ts'

/** A list written as text, its entries between commas. */
const words = (list: string): string[] =>
  list
    .split(',')
    .map((entry) => entry.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/** Whoever says these wants to be told something, or speaks of mail that came in. */
const TO_ME = words(`
  tell me, tell us, tell if, tell whether, tell how, tell what, tell when, tell where, tell who, tell why, tell which, tell funny, tell something, tell my something, tell a, tell some,
  tell the latest, tell the news, tell the temperature, inform if, inform how, inform what, tell em, tell alexa, tell siri, tell google, my bank,
  my response, taxi, uber, email id, message me, text me, email me, mail me, let me know, let us know, inform me, notify me, ping me, update me, remind me,
  any new emails, new emails, check my email, check my emails, check email, my inbox, read my email, read my emails, emails from, email from, email address,
  set up an email, email account, text to speech, text message from, messages from, my messages, unread, a joke, the time, the weather, a story, a riddle,
  the desk, dashboard, the crm, a note, alarm, timer, playlist, facebook, twitter, tweet`)

/** Something is said to somebody outside. */
const UPDATE: Cue = {
  intent: 'update',
  slash: 'msg',
  audience: ['member'],
  verbs: words(`
    tell, let ... know, inform, notify, message, text, whatsapp, email, e mail, mail, ping, write to, write ... a message, write an email to, write email to, write a mail to,
    send ... a message, send a message to, send message to, send ... a mail, send ... an email, send an email to, send a mail to, send email to, send mail to, send the email to,
    send a new email to, send a reply to, send an email, send a email, send email, send ... a text, send a text to, send a whatsapp to, send ... a whatsapp, send ... a note, send ... an update,
    send an update to, send ... on whatsapp, send ... by mail, send ... by email, send the deck to, send the invoice to, send the contract to, send the link to, send the file to, send the slides to,
    compose an email to, compose email to, compose a mail to, reply to the email, reply to email, respond to email, reply to, draft an email to, draft a mail to,
    drop ... a line, give ... a heads up, heads up to, shoot ... a message, shoot ... an email`),
  objects: [],
  refusals: TO_ME,
  examples: [
    'tell acme the report is friday',
    "let pia know we're running late",
    'message globex on whatsapp that the demo moved',
    'email jo that the invoice is paid',
    'send pia a message: the files are ready',
    "tell acme we'll be late w/ the report, friday instead",
    'send the deck to pia on whatsapp',
    'tell all clients we are closed on monday',
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
