import type { Unsent } from '#ports/channel.ts'

/**
 * What Twilio's error codes come to, as the consequence the desk draws. Sources: twilio.com/docs/api/errors and Twilio's list of
 * codes that correspond to WhatsApp's own.
 */
const CONSEQUENCES: Readonly<Record<number, Unsent>> = {
  // Outside of the 24 hours since their last message only an approved template goes.
  63016: 'window_closed',
  // The account's or the sender's limit of people written to first.
  63018: 'limit',
  // No WhatsApp at this number, or not one that can be written to.
  63003: 'not_reachable',
  63024: 'not_reachable',
  21211: 'not_reachable',
  21614: 'not_reachable',
  // Meta keeps the message from them, as part of an experiment of its own or because they had many.
  63032: 'other_channel',
  63049: 'other_channel',
  // The template or its variables; a length.
  63013: 'template_fault',
  63021: 'template_fault',
  63027: 'template_fault',
  63028: 'template_fault',
  63040: 'template_fault',
  63041: 'template_fault',
  63042: 'template_fault',
  21656: 'template_fault',
  // They asked Meta, or Twilio, for no more of it.
  131050: 'unwanted',
  21610: 'unwanted',
  // The account, its credentials or the sender.
  20003: 'setup',
  20404: 'setup',
  21212: 'setup',
  21606: 'setup',
  21660: 'setup',
  63001: 'setup',
  63007: 'setup',
  63020: 'setup',
  63022: 'setup',
  63051: 'setup',
}

/** Faults of WhatsApp's own that pass: the same message may go through later. */
const PASSING: ReadonlySet<number> = new Set([63012, 30008, 20500, 20503])

/** What a code of Twilio's comes to; `passing` where the message is to be tried again. */
export const consequenceOf = (code: number | undefined): Unsent | 'passing' =>
  code === undefined ? 'refused' : PASSING.has(code) ? 'passing' : (CONSEQUENCES[code] ?? 'refused')
