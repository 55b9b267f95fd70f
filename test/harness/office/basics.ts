import type { Sender } from '#kernel/inbound.ts'

/** Something said to the desk, and what comes of it while all is well. */
export interface Saying {
  text: string
  /** Absent: Mia. */
  from?: Sender
  intent: string
  /** The kinds of action that are done by it; of one that only asks, what is answered. */
  does: readonly string[] | RegExp
}

/** What an agent has to be able to do without a model. */
export interface Basics {
  /** Its verbs, each of them. */
  verbs: readonly Saying[]
  /** Plain words that the rules carry. */
  plain: readonly Saying[]
  /** Words that only a model reads; those it finds the job by, what it points at, and how the task stands then. */
  modelOnly: {
    text: string
    intent: string
    words: string
    points?: object
    status: 'done' | 'waiting_requester'
  }
}

const pia: Sender = { kind: 'client', id: 'c1', phone: '+447700900123' }
const stranger: Sender = { kind: 'stranger', id: '+447700900150', phone: '+447700900150' }
const nothing = { person: null, role: null, company: null, source: null, wants: null, lead: null, band: null }

/** The basics of every agent, by its id. An agent that is installed and has none here fails the journeys. */
export const BASICS: Readonly<Record<string, Basics>> = {
  scheduling: {
    verbs: [
      { text: '/meet @sam 25m tomorrow 3pm', intent: 'book', does: ['calendar.create'] },
      { text: '/free sam tomorrow', intent: 'query', does: /^Sam Ortiz is free Tue 24 Nov/ },
      { text: '/agenda wednesday', intent: 'query', does: /Budget[\s\S]*Roadmap/ },
      { text: '/move budget to wednesday 12:00', intent: 'move', does: ['calendar.move'] },
      { text: '/cancel roadmap', intent: 'cancel', does: ['calendar.cancel'] },
      { text: '/remind call Jo tomorrow at 9', intent: 'remind', does: ['reminder.create'] },
      { text: '/outcome kickoff held', intent: 'outcome', does: ['meeting.outcome'] },
    ],
    plain: [
      { text: 'book 30 min with Sam on Thursday at 3pm', intent: 'book', does: ['calendar.create'] },
      { text: 'can we meet on thursday at 11?', from: pia, intent: 'book', does: ['calendar.create'] },
      { text: "what's on wednesday?", intent: 'query', does: /Budget/ },
    ],
    modelOnly: {
      text: 'I owe Sam a conversation about pricing, friday 11am should do',
      intent: 'book',
      words: 'I owe Sam a conversation',
      points: {
        people: ['Sam'],
        when: 'friday 11am',
        length: null,
        subject: 'pricing',
        place: null,
        meeting: null,
        meetingWhen: null,
      },
      status: 'done',
    },
  },
  'lead-qualification': {
    verbs: [
      {
        text: '/lead Ana Ruiz, ana@kite.example, Kite Ltd, intro from Omar',
        intent: 'add',
        does: ['lead.create', 'team.notify'],
      },
      {
        text: '/card Jo Byrne, Head of Ops, Orbit Ltd, jo@orbit.example',
        intent: 'card',
        does: ['account.create', 'contact.create'],
      },
      { text: '/score Tom Berg', intent: 'why', does: /^Tom Berg, Hooli/ },
      { text: '/leads', intent: 'digest', does: /lead/ },
    ],
    plain: [
      { text: 'new lead: Ines Diaz, Fjord Ltd, intro from Omar', intent: 'add', does: ['lead.create', 'team.notify'] },
      {
        text: 'Hi, do you build web shops? What would one cost?',
        from: stranger,
        intent: 'inbound',
        does: ['lead.create'],
      },
    ],
    modelOnly: {
      text: 'quick one: had coffee with a guy, Ned Roth, runs ops at Vandelay, sounds keen on a new shop',
      intent: 'add',
      words: 'had coffee with a guy, Ned Roth',
      points: { ...nothing, person: 'Ned Roth', role: 'runs ops', company: 'Vandelay', wants: 'a new shop' },
      status: 'done',
    },
  },
  'crm-update': {
    verbs: [
      { text: '/deal globex 9k', intent: 'update', does: ['deal.update'] },
      { text: '/stage globex negotiation', intent: 'update', does: ['deal.update'] },
      { text: '/note globex: they like blue', intent: 'note', does: ['activity.create'] },
      { text: '/task call globex friday', intent: 'task', does: ['activity.create', 'reminder.create'] },
      { text: '/new account Zephyr', intent: 'create', does: ['account.create'] },
      { text: '/crm globex', intent: 'query', does: /^Globex/ },
      { text: '/tidy', intent: 'tidy', does: /^To tidy up/ },
      { text: '/log the last slack chat with Pia', intent: 'log', does: /Pia Lund/ },
      { text: '/merge initech and initech labs', intent: 'merge', does: /Merge Initech/ },
    ],
    plain: [
      { text: 'globex is worth 9.5k now', intent: 'update', does: ['deal.update'] },
      { text: 'note that globex needs a security review', intent: 'note', does: ['activity.create'] },
      { text: 'whats in pipeline', intent: 'query', does: /Globex website/ },
    ],
    modelOnly: {
      text: 'the globx folks will settle for 8.5k in the end',
      intent: 'update',
      words: 'settle for 8.5k',
      points: {
        changes: [{ record: 'globx', kind: null, field: 'amount', value: '8.5k', stage: null }],
        notes: [],
        tasks: [],
        question: null,
      },
      status: 'done',
    },
  },
  'outreach-draft': {
    verbs: [{ text: '/msg pia the files are up', intent: 'update', does: ['message.send'] }],
    plain: [{ text: 'tell acme the report is ready', intent: 'update', does: ['message.send'] }],
    modelOnly: {
      text: 'Pia: the demo room is upstairs',
      intent: 'update',
      words: 'Pia: the demo room is upstairs',
      status: 'waiting_requester',
    },
  },
}
