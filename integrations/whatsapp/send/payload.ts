import type { DecisionVerb } from '#kernel/inbound.ts'

/** What a button of a card carries: the verb and the ticket. Every other payload is what its tap says. */
export const PRESS = /^card (approve|edit|decline|take_over|snooze) (\S{1,150})$/

export const pressPayload = (verb: DecisionVerb, ticket: string): string => `card ${verb} ${ticket}`
