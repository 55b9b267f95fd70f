import type { Consent } from './consent.ts'

/** Why nothing goes by a way. */
export type Barred = 'no_sender' | 'opted_out' | 'no_consent' | 'window_closed' | 'unreachable'

/** Why something goes later than now. */
export type Waits = 'quiet_hours' | 'person_limit' | 'company_limit' | 'mailbox_limit'

/** One way of writing to somebody outside, as it stands now. Times are epoch milliseconds. */
export interface Way {
  channel: string
  /** Where it is said. */
  conversation: string
  /** Their number or e-mail address; null where the conversation is all there is. */
  address: string | null
  /** When they last wrote by it, or null. */
  heardMs: number | null
  /** When the desk last wrote by it of the team's accord, or null. */
  toldMs: number | null
  /** Until when free text may go, or null where nothing limits it; in the past: only a template may. */
  windowUntilMs: number | null
  /** Name of the approved template that goes once the window is closed; null: there is none. */
  template: string | null
  consent: Consent | null
  barred: Barred | null
  /** Policy id of the member who answers there in the desk's place, or null. */
  takenBy: string | null
  /** The first moment at which something may go, and what it waits for; null: it goes now. */
  fromMs: number
  waits: Waits | null
}

/** By which ways somebody on file can be written to. */
export interface Reach {
  contact: string
  name: string | null
  company: string | null
  /** What is on file about them: client, investor, press, ... */
  status: string | null
  vip: boolean
  /** Zones whose quiet hours are kept; several where only their country is known. */
  zones: readonly string[]
  /** The way they last wrote by first. */
  ways: readonly Way[]
}

/** Whether free text may go by a way at a moment. */
export const isWindowOpen = ({ windowUntilMs }: Pick<Way, 'windowUntilMs'>, nowMs: number): boolean =>
  windowUntilMs === null || nowMs < windowUntilMs
