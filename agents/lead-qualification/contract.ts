import type { Contract } from '#ports/agent.ts'
import { Request } from './request.ts'

/**
 * Whoever writes from outside: answered from the facts, written down, scored, and given to the right person; and what the team
 * says of leads.
 */
export const contract: Contract = {
  id: 'lead-qualification',
  version: '1.0.0',
  request: Request,
  lookups: [
    'lead.mine',
    'lead.identity',
    'lead.assigned',
    'team.now',
    'links.base',
    'crm.get',
    'crm.find',
    'crm.list',
    'crm.aliases',
    'calendar.events',
    'history.recent',
  ],
  proposes: ['lead.create', 'lead.update', 'lead.reply', 'team.notify', 'account.create', 'contact.create'],
  catches: ['stranger', 'form', 'email'],
  levels: { p95Ms: 250, modelCalls: 1, askRate: 0.15 },
}
