import { memberByAddress } from '#policy/people.ts'
import type { DeskContext } from '../context.ts'
import { aliasHand } from './alias-hand.ts'
import { calendarHand } from './calendar-hand.ts'
import { consentHand } from './consent-hand.ts'
import { crmHand } from './crm-hand.ts'
import type { Hand } from './hand.ts'
import { definitionOf } from './judge.ts'
import { mailHand } from './mail-hand.ts'
import { meetingHand } from './meeting-hand.ts'
import { messageHand } from './message-hand.ts'
import { reminderHand } from './reminder-hand.ts'
import { replyHand } from './reply-hand.ts'
import { teamHand } from './team-hand.ts'

/** The performer's hands, one for each store that actions write. */
export interface Hands {
  /** The hand for a kind. @throws DeskError AGENT_BROKE_CONTRACT for a kind there is not */
  of(kind: string): Hand
}

export function hands(desk: Omit<DeskContext, 'changed'>): Hands {
  const byStore = new Map<string, Hand>([
    ['calendar', calendarHand(desk.calendar, (address) => memberByAddress(desk.policy(), address) !== undefined)],
    ['reminders', reminderHand(desk.sql)],
    ['meetings', meetingHand(desk)],
    ['mail', mailHand(desk)],
    ['crm', crmHand(desk.crm)],
    ['aliases', aliasHand(desk)],
    ['replies', replyHand()],
    ['team', teamHand(desk)],
    ['messages', messageHand(desk)],
    ['consents', consentHand(desk)],
  ])
  return {
    of(kind) {
      const { store } = definitionOf(kind)
      const hand = byStore.get(store)
      if (!hand) throw new Error(`no hand for the store ${store}`)
      return hand
    },
  }
}
