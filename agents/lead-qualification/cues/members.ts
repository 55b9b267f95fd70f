import type { Cue } from '#kernel/cue.ts'

const list = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** What members say about leads. */
export const MEMBER_CUES: readonly Cue[] = [
  {
    intent: 'add',
    slash: 'lead',
    audience: ['member'],
    verbs: list(
      `new lead, add lead, add a lead, add ... lead, create lead, create a lead, log lead, log a lead, log ... lead, fresh lead, got a lead, got a new lead, we have a new lead, another lead, inbound lead, new prospect, add prospect, add a prospect, lead from, met a lead, write down ... lead, save ... lead`,
    ),
    objects: [],
    refusals: list(
      'lead time, lead the, take the lead, lead designer, lead developer, tech lead, any new, show, list, which',
    ),
    examples: [
      'new lead: Pia Novak, Kite Ltd, intro from Omar',
      'add a lead: tom@initech.io, needs a shop by March',
      'got a new lead from the fair: Ana Ruiz, ana@hooli.example',
    ],
  },
  {
    intent: 'card',
    slash: 'card',
    audience: ['member'],
    verbs: list(
      `business card, business cards, visiting card, scanned card, scanned cards, two cards, card from, cards from, from the card, contact details from`,
    ),
    objects: [],
    refusals: list('credit card, debit card, birthday card, card number, gift card, card payment'),
    examples: [
      'business card from the fair: Jane Doe, Head of Ops, Kite Ltd, jane@kite.io',
      'scanned cards: Ana Ruiz ana@hooli.example',
    ],
  },
  {
    intent: 'why',
    slash: 'score',
    audience: ['member'],
    verbs: list(
      `why is ... only, why is ... hot, why is ... warm, why is ... cold, why is ... low, why is ... so low, why so low, why is ... high, why ... score, why did ... score, why only, how did ... score, how come ... score, how is ... scored, what is the score, whats the score, score of, score for, explain ... score, what would make ... hot, what would change`,
    ),
    objects: [],
    refusals: list('credit score, test score, match score, game, scored a goal'),
    examples: ['why is acme only 48?', 'what is the score of globex?', 'how did Pia score?'],
  },
  {
    intent: 'override',
    slash: null,
    audience: ['member'],
    verbs: list('bump, mark, set, make, treat, upgrade, downgrade, drop, put, raise, lower'),
    objects: list('to hot, to warm, to cold, as hot, as warm, as cold, hot lead, warm lead, cold lead'),
    refusals: list('temperature, heating, coffee, water, meeting, drinks'),
    examples: ['bump globex to hot, I know the CEO', 'mark acme as cold, they told me they have no money'],
  },
  {
    intent: 'override',
    slash: null,
    audience: ['member'],
    verbs: list('make ... hot, make ... warm, make ... cold, bump ... up, mark ... hot, mark ... cold'),
    objects: [],
    refusals: list('temperature, heating, coffee, water, meeting, tea, drinks, lunch'),
    examples: ['make Pia hot', 'bump globex up'],
  },
  {
    intent: 'digest',
    slash: 'leads',
    audience: ['member'],
    verbs: list(
      `any good ones, any good leads, any leads, any hot leads, any new leads, any ... leads, good ones overnight, what came in overnight, anything good overnight, who came in overnight, what leads, which leads, show leads, show me the leads, show ... leads, list leads, list ... leads, best leads, leads overnight, leads today, leads this week, leads since, how are leads`,
    ),
    objects: [],
    refusals: list('lead time, deals'),
    examples: [
      'any good ones overnight?',
      'show me the leads',
      'any hot leads since friday?',
      'what came in overnight?',
    ],
  },
  {
    intent: 'never',
    slash: null,
    audience: ['member'],
    verbs: list(
      `stop qualifying, dont qualify, do not qualify, never qualify, stop scoring, ignore leads from, ignore anything from, no more leads from, block leads from, stop answering leads from, disqualify everything from, disqualify anything from, disqualify everyone from, disqualify all`,
    ),
    objects: [],
    refusals: [],
    examples: [
      'stop qualifying anything from .edu',
      'ignore leads from initech.io',
      'never qualify gmail.com addresses',
    ],
  },
]
