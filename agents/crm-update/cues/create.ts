import type { Cue } from '#kernel/cue.ts'
import { words } from './words.ts'

/** A new record. */
export const CREATE: readonly Cue[] = [
  {
    intent: 'create',
    slash: 'new',
    says: 'new',
    audience: ['member'],
    verbs: words('make, create, add, open, new, set up, register, put'),
    objects: words(`
      a deal, new deal, deal for, new customer, a customer, new contact, a contact, contact called, new account, new client, a client, new opportunity, an opportunity,
      as a new lead, as a new customer, as a lead, as a contact, to the crm, in the crm, into the crm`),
    refusals: words(
      'meeting, calendar, event, task, reminder, note, list, flight, alarm, my contacts, phone contacts, deals on',
    ),
    examples: [
      'make a deal for kite, 8k/mo x 12',
      'new deal for hooli 12k',
      'add a contact: Ann Lee at Initech, ann@initech.example',
      'add Ann Lee as a new customer in the crm',
    ],
  },
  {
    intent: 'create',
    slash: null,
    audience: ['member'],
    verbs: words(`
      put ... in pipeline, put ... in the pipeline, put ... into the pipeline, put ... into pipeline, put ... in our pipeline, add ... to the pipeline, add ... to pipeline,
      put ... on the pipeline`),
    objects: [],
    refusals: words('meeting, calendar, event, reminder, water, gas'),
    examples: ['put 8k in pipeline', 'put 8k in the pipeline for kite'],
  },
]
