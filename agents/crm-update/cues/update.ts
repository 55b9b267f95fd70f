import type { Cue } from '#kernel/cue.ts'
import { OTHER_TRADES, RECORDS, STAGES, words } from './words.ts'

const FIELDS = words(`
  deal stage, stage, close date, deal value, deal size, deal amount, next step, lost reason, account owner, deal owner, lead status, =status, product interest,
  follow up date, followup date, follow up by, last contact date, last contacted, assigned to, phone number, mobile number, email address, owner, the amount, =amount, deal price, =country, =domain, =region`)

/** A field that only records have, said of a name: the name may be any word, so no cue could know it. */
const FIELD_OF_A_NAME = [
  /^\s*(?:the\s+)?next steps? (?:for|on|with|at) [^:\n]{2,60}\s*(?::|[–—]|\s-|\bis\b|\bare\b)\s*\S[^\n]{1,200}$/iu,
  /^\s*(?!(?:what|when|which|is|was|does|did|has|have)\b)(?:\S+\s+){1,4}(?:close|closing) date (?:(?:is|to|now|:|=|→)\s+)*(?!\?)\S[^?\n]{1,60}$/iu,
  /^\s*(?:please\s+|pls\s+)?(?:re)?assign (?!(?:me|it|them|this|that|all|every|each|the (?:task|meeting|call|slot|room))\b)(?:\S+\s+){1,4}to \p{Lu}?[\p{L}.'@-]{2,40}\s*[.!]?\s*$/iu,
]

/** Fields of a record change. */
export const UPDATE: readonly Cue[] = [
  {
    intent: 'update',
    slash: 'deal',
    audience: ['member'],
    verbs: words(`
      update, change, set, move, mark, bump, push, advance, assign, reassign, switch, edit, correct, fix, transfer, hand over, hand, log, put, make,
      ... =moved to, ... =has moved to, ... =went to, ... =goes to, ... =is now, ... =should be, ... =deal is, ... =deal is now, update ... to, set ... to, change ... to, mark ... as, move ... to,
      ... =said, ... =says`),
    objects: [...FIELDS, ...STAGES, ...RECORDS, '{money}'],
    refusals: OTHER_TRADES,
    shapes: FIELD_OF_A_NAME,
    examples: [
      'globex → proposal',
      'move globex to negotiation',
      'mark initech won',
      'change the stage of globex to proposal',
      'set close date to 03/04',
      'update stage',
      'assign the acme deal to sam',
      'update the close date for hooli to end of quarter',
      'set the owner of initech to priya',
      'globex moved to proposal, maybe 9k?',
      'set globex to 7k, no wait, 9k',
    ],
  },
  {
    intent: 'update',
    slash: 'stage',
    audience: ['member'],
    verbs: words('... →, =→'),
    objects: [],
    refusals: [...OTHER_TRADES, '{when}'],
    examples: ['acme 24→28k', 'hooli -> closed lost', 'acme 24→28k please'],
  },
  {
    // What people say of a deal, and of a person, when it has happened.
    intent: 'update',
    slash: null,
    audience: ['member'],
    verbs: words(`
      lost, won, closed, signed, ... =signed, ... =is on hold, ... =they are in, just got off, got off, ... =went with, ... =left, ... =pays, they pay,
      ... =is worth, ... =closing, ... =slipped, ... =said yes, ... =is in for, ... =renewed`),
    objects: words(`
      competitor, contract, on hold, closing, legal, price, deal, net 30, net 60, net 45, net 90, now at, amount, worth, proposal, negotiation, budget, {money}`),
    refusals: OTHER_TRADES,
    examples: [
      "just got off w/ Acme, they're in, 24k, closing end of month, need legal",
      'lost initech, went w/ competitor, price',
      'jo left acme, now at initech',
      'they pay net 60 btw',
      'acme signed!! mark won 24k',
      'akme studio is on hold till march',
    ],
  },
  {
    intent: 'update',
    slash: null,
    audience: ['member'],
    verbs: words('change, update, set, correct, new, ... =has a new, ... =changed their'),
    objects: words(`
      a new number, a new email, new phone number, new email address, his number, her number, their number, mobile number, phone number, his email, her email, their email, ... s number, ... s email, ... s phone,
      ... number to, ... email to, ... phone to`),
    refusals: [...OTHER_TRADES.filter((trade) => trade !== 'email to'), 'my email', 'send', 'write'],
    examples: [
      "change Maria's number to 07700 900123",
      "update jo's email to jo@initech.example",
      "change pia's email to pia@acme.example",
      'maria at globex has a new number, 07700 900456',
    ],
  },
]
