import type { Cue } from '#kernel/cue.ts'
import { OTHER_TRADES, words } from './words.ts'

/** A record is put away. */
export const REMOVE: readonly Cue[] = [
  {
    intent: 'remove',
    slash: null,
    audience: ['member'],
    verbs: words(
      'delete, remove, archive, erase, get rid of, take ... out of the crm, purge, delete ... from the crm, remove ... from the crm',
    ),
    objects: words(`
      crm, deal, customer, client, lead, contact, account, from the crm, customers, leads, no longer a customer, no longer a client`),
    refusals: [...OTHER_TRADES, 'my data', 'our data', 'task', 'email', 'emails'],
    examples: [
      'delete jo from the crm',
      'remove the kite deal',
      'jo is no longer a customer. Can you delete them from the crm?',
      'archive the contact ann lee',
    ],
  },
]
