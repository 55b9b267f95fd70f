import { aliasForget, aliasLearn } from './alias.ts'
import { calendarCancel, calendarRemove, calendarRestore } from './calendar-cancel.ts'
import { calendarCreate } from './calendar-create.ts'
import { calendarEnd } from './calendar-end.ts'
import { calendarMove } from './calendar-move.ts'
import { calendarRejoin } from './calendar-rejoin.ts'
import { calendarSplit } from './calendar-split.ts'
import { calendarUpdate } from './calendar-update.ts'
import { consentDrop, consentRecord } from './consent-record.ts'
import type { ActionDefinition } from './definition.ts'
import { leadReply } from './lead-reply.ts'
import { mailDiscard, mailDraft } from './mail-draft.ts'
import { meetingOutcome } from './meeting-outcome.ts'
import { meetingReoffer } from './meeting-reoffer.ts'
import { messageSend, messageWithdraw } from './message-send.ts'
import { recordActions } from './records/index.ts'
import { reminderCancel, reminderCreate } from './reminder.ts'
import { teamNotify } from './team-notify.ts'

/** A definition whose arguments and images are checked at run time instead (they come out of the journal). */
export type AnyAction = ActionDefinition<unknown, unknown>

const all = [
  calendarCreate,
  calendarMove,
  calendarUpdate,
  calendarSplit,
  calendarEnd,
  calendarRejoin,
  calendarCancel,
  calendarRestore,
  calendarRemove,
  mailDraft,
  mailDiscard,
  meetingOutcome,
  meetingReoffer,
  reminderCreate,
  reminderCancel,
  ...recordActions,
  aliasLearn,
  aliasForget,
  leadReply,
  teamNotify,
  messageSend,
  messageWithdraw,
  consentRecord,
  consentDrop,
] as unknown as AnyAction[]

/** Every action kind there is. What is not in here cannot be done. */
export const ACTIONS: ReadonlyMap<string, AnyAction> = new Map(all.map((definition) => [definition.kind, definition]))
