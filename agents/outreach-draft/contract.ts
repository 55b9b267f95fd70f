import type { Contract } from '#ports/agent.ts'
import { Request } from './request.ts'

/** What the team says to people outside: it is put into words, and into the right way, and goes nowhere by itself. */
export const contract: Contract = {
  id: 'outreach-draft',
  version: '0.1.0',
  request: Request,
  lookups: [
    'crm.list',
    'crm.aliases',
    'crm.byAddress',
    'calendar.event',
    'history.recent',
    'people.members',
    'reach.of',
  ],
  proposes: ['message.send', 'consent.record', 'mail.draft', 'alias.learn'],
  levels: { p95Ms: 250, modelCalls: 0, askRate: 0.3 },
}
