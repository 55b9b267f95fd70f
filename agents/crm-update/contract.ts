import type { Contract } from '#ports/agent.ts'
import { Request } from './request.ts'

/** The team's records: what changes in them, what is noted about them, and what is asked of them. */
export const contract: Contract = {
  id: 'crm-update',
  version: '1.0.0',
  request: Request,
  lookups: [
    'people.members',
    'calendar.event',
    'crm.get',
    'crm.find',
    'crm.list',
    'crm.byAddress',
    'crm.activities',
    'crm.fields',
    'crm.aliases',
    'crm.untidy',
    'talk.last',
    'history.written',
    'history.recent',
    'history.of',
  ],
  proposes: [
    'account.create',
    'account.update',
    'account.archive',
    'account.merge',
    'contact.create',
    'contact.update',
    'contact.archive',
    'contact.merge',
    'deal.create',
    'deal.update',
    'deal.archive',
    'activity.create',
    'activity.update',
    'alias.learn',
    'reminder.create',
  ],
  levels: { p95Ms: 250, modelCalls: 1, askRate: 0.3 },
}
