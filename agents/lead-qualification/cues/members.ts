import type { Cue } from '#kernel/cue.ts'

const list = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** What else is hot, warm or cold. */
const OTHER_HEAT = list(`
  temperature, heating, heat, heater, thermostat, degrees, coffee, water, tea, drink, drinks, lunch, food, light, lights, lighting, lamp, bulb, white,
  colour, color, room, house, bath, shower, oven, storage, start, desk, air, ac, volume, music, meeting`)

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
      'lead time, lead on, lead singer, lead actor, lead role, lead the, take the lead, lead designer, lead developer, tech lead, any new, show, list, which',
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
      'why is ... only, why are ... only, why only, why does ... score, why did ... score, how come ... only, how is ... scored, what is the score of, whats the score of, score of, score for, the score that, what would make ... hot, what would make ... warm',
    ),
    objects: [],
    refusals: list(`
      credit, test, exam, match, game, goal, team, film, movie, review, rotten, weather, today, price, gas, open,
      lights, room, water, coffee, it so`),
    examples: ['why is acme only 48?', 'what is the score of globex?', 'why is Kite Ltd only cold?'],
  },
  {
    intent: 'override',
    slash: null,
    audience: ['member'],
    verbs: list('bump, mark, set, make, treat, upgrade, downgrade, drop, put, raise, lower'),
    objects: list('to hot, to warm, to cold, as hot, as warm, as cold, hot lead, warm lead, cold lead'),
    refusals: OTHER_HEAT,
    examples: ['bump globex to hot, I know the CEO', 'mark acme as cold, they told me they have no money'],
  },
  {
    intent: 'override',
    slash: null,
    audience: ['member'],
    verbs: list('bump, upgrade, downgrade'),
    objects: list('lead'),
    refusals: OTHER_HEAT,
    examples: ['upgrade the globex lead', 'bump the Kite lead'],
  },
  {
    intent: 'digest',
    slash: 'leads',
    audience: ['member'],
    verbs: list(
      `any good ones, any good leads, any leads, any hot leads, any new leads, any ... leads, good ones overnight, what came in overnight, anything good overnight, who came in overnight, what leads, which leads, show leads, show me the leads, show ... leads, list leads, list ... leads, best leads, leads overnight, leads today, leads this week, leads since, how are leads`,
    ),
    objects: [],
    refusals: list(
      'lead time, deals, lead on, leads on, lead singer, lead actor, lead role, lead guitar, singer, actor, actress, band, play, movie, film, apartment, crime',
    ),
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
      `stop qualifying, dont qualify, do not qualify, never qualify, stop scoring, ignore leads from, no more leads from, block leads from, stop answering leads from, disqualify everything from, disqualify anything from, disqualify everyone from, disqualify all`,
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
