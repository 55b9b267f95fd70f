import type { Contract } from '#ports/agent.ts'
import { Request } from './request.ts'

/** Meetings, free time and reminders, for the team and for whoever wants to meet it. */
export const contract: Contract = {
  id: 'scheduling',
  version: '1.0.0',
  request: Request,
  lookups: [
    'people.members',
    'people.find',
    'calendar.events',
    'calendar.event',
    'calendar.busy',
    'calendar.holds',
    'calendar.places',
    'links.base',
    'invitation.reply',
    'history.recent',
    'history.of',
  ],
  proposes: [
    'calendar.create',
    'calendar.move',
    'calendar.update',
    'calendar.cancel',
    'calendar.split',
    'calendar.end',
    'reminder.create',
    'meeting.outcome',
    'meeting.reoffer',
  ],
  levels: { p95Ms: 250, modelCalls: 1, askRate: 0.3 },
}
