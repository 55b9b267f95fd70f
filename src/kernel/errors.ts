/** Whose fault a failure is; it decides who is told. */
export type Fault = 'user' | 'operator' | 'dependency' | 'desk'

interface ErrorRow {
  fault: Fault
  /** May the same call be tried again as it is? */
  retry: boolean
  /** The sentence for the person; `{name}` is filled from the details. It names the thing and the fix, never a secret. */
  say: string
}

/** Every error of the project, one row each; `docs/errors.md` is generated from it and a test holds the two together. */
export const ERRORS = {
  MESSAGE_TOO_LONG: {
    fault: 'user',
    retry: false,
    say: 'That message has {length} characters; the desk reads up to {limit}. Please send the part that matters.',
  },
  MALFORMED_LINE: {
    fault: 'user',
    retry: false,
    say: 'Line {line} is not a message the desk knows: {problem}.',
  },
  CLOCK_WENT_BACK: {
    fault: 'user',
    retry: false,
    say: '`at` is {at}, earlier than the line before ({last}). Send the lines in order of time.',
  },
  UNKNOWN_MEMBER: {
    fault: 'user',
    retry: false,
    say: 'Nobody in the policy has the id "{id}". Known: {known}.',
  },
  NOT_ALLOWED: { fault: 'user', retry: false, say: "I can't do that: {why}." },
  FLAG_NOT_FOUND: { fault: 'user', retry: false, say: 'There is no open decision with the id {flag}.' },
  FLAG_DECIDED: { fault: 'user', retry: false, say: 'Already decided by {by} at {at}: {verb}.' },
  FLAG_EXPIRED: {
    fault: 'user',
    retry: false,
    say: 'This decision ran out at {at}; what happened instead: {default}.',
  },
  NOT_YOUR_DECISION: { fault: 'user', retry: false, say: 'This decision belongs to {owner}.' },
  BAD_EDIT: { fault: 'user', retry: false, say: 'The edited version cannot be used: {problem}.' },
  UNDO_NOTHING: { fault: 'user', retry: false, say: 'There is nothing of yours here to undo.' },
  UNDO_CHANGED: {
    fault: 'user',
    retry: false,
    say: 'Somebody changed it since, so it was left alone. Before: {before}. We wrote: {ours}. Now: {now}.',
  },
  UNDO_TOO_LATE: { fault: 'user', retry: false, say: 'The time to undo this ran out at {at}.' },
  UNDO_IMPOSSIBLE: { fault: 'user', retry: false, say: 'This cannot be undone: {why}.' },
  CONFLICT: { fault: 'user', retry: false, say: '{what} was changed meanwhile, so nothing was written.' },
  SLOT_TAKEN: { fault: 'user', retry: false, say: 'That time was just taken.' },
  POLICY_INVALID: { fault: 'operator', retry: false, say: '{problem}' },
  POLICY_UNREADABLE: { fault: 'operator', retry: false, say: 'The policy file {file} cannot be read: {problem}.' },
  CONFIG_INVALID: { fault: 'operator', retry: false, say: '{name} is {value}: {problem}.' },
  PORT_TAKEN: {
    fault: 'operator',
    retry: false,
    say: 'Port {port} on {host} is in use. Stop what uses it, or set {setting} to another port.',
  },
  HOME_UNWRITABLE: {
    fault: 'operator',
    retry: false,
    say: 'Nightdesk cannot write to {home}: {problem}. Give it write access, or set NIGHTDESK_HOME to another folder.',
  },
  HOME_LOCKED: {
    fault: 'operator',
    retry: false,
    say: 'Another Nightdesk (process {pid}, started {since}) uses {home}. Stop it, or set NIGHTDESK_HOME to another folder.',
  },
  DATABASE_CORRUPT: {
    fault: 'operator',
    retry: false,
    say: 'The database {file} is damaged: {problem}. Move it aside and restore a backup; nothing was changed.',
  },
  DATABASE_NEWER: {
    fault: 'operator',
    retry: false,
    say: 'The database {file} was made by a newer Nightdesk ({found}; this one knows up to {known}). Install that version or newer.',
  },
  DISK_FULL: {
    fault: 'operator',
    retry: true,
    say: 'The disk that holds {home} is full. Free some space; nothing was lost, and the desk goes on by itself.',
  },
  AUDIT_BROKEN: { fault: 'operator', retry: false, say: 'The audit chain is broken at row {row}: {problem}.' },
  IMPORT_INVALID: { fault: 'user', retry: false, say: '{file}, {where}: {problem}.' },
  IMPORT_TOO_LARGE: {
    fault: 'user',
    retry: false,
    say: '{file} holds more than {limit} {what}. Split it and import the parts.',
  },
  USAGE: { fault: 'user', retry: false, say: '{problem}' },
  INTEGRATION_DOWN: { fault: 'dependency', retry: true, say: '{name} did not answer; it is tried again.' },
  RATE_LIMITED: {
    fault: 'dependency',
    retry: true,
    say: '{name} asks to wait {seconds} seconds; it is tried again then.',
  },
  CHANNEL_SETUP: { fault: 'operator', retry: false, say: '{name} cannot be used: {problem}.' },
  UNVERIFIED: {
    fault: 'dependency',
    retry: false,
    say: '{what} was written but did not read back as written. Please check it.',
  },
  NO_SENDER: {
    fault: 'operator',
    retry: false,
    say: 'No mail sender is set up, so {who} was not told. Please tell them yourself.',
  },
  MAIL_REFUSED: {
    fault: 'dependency',
    retry: false,
    say: 'The mail server does not take this mail ({problem}), so it was not sent.',
  },
  PACK_INVALID: { fault: 'operator', retry: false, say: 'The pack {file} cannot be used: {problem}.' },
  AGENT_BROKE_CONTRACT: {
    fault: 'desk',
    retry: false,
    say: 'The {agent} agent returned something its contract does not allow: {problem}.',
  },
  STEP_CAP: {
    fault: 'desk',
    retry: false,
    say: 'This request went round in circles ({steps} steps), so it was stopped.',
  },
  SIGN_IN_NEEDED: {
    fault: 'user',
    retry: false,
    say: 'You are not signed in here. Open the sign-in link that Nightdesk printed at its start, or ask a colleague for one.',
  },
  LINK_USED: {
    fault: 'user',
    retry: false,
    say: 'This sign-in link was used already or has run out. Restart Nightdesk, or ask a colleague for a new one.',
  },
  CARD_CHANGED: {
    fault: 'user',
    retry: false,
    say: 'This card was used already, or what it proposes has changed since you saw it. Look again, then decide.',
  },
  WRONG_HOST: {
    fault: 'operator',
    retry: false,
    say: 'This desk does not answer to the name "{host}". Use localhost, or add the name to ALLOWED_HOSTS.',
  },
  CROSS_SITE: {
    fault: 'user',
    retry: false,
    say: 'That request came from another site, so nothing was done. Open the console itself and try again.',
  },
  BODY_TOO_LARGE: {
    fault: 'user',
    retry: false,
    say: 'That is too large: the console takes up to {limit} kB at once.',
  },
  FORM_UNKNOWN: { fault: 'operator', retry: false, say: 'There is no form called "{form}" in the policy.' },
  FORM_ORIGIN: {
    fault: 'operator',
    retry: false,
    say: 'The form "{form}" takes no posts from {origin}. Add the page to forms.{form}.origins in the policy, or sign the post.',
  },
  FORM_SIGNATURE: { fault: 'operator', retry: false, say: 'The signature of this post cannot be used: {problem}.' },
  FORM_REPLAYED: {
    fault: 'operator',
    retry: false,
    say: 'This signed post came before. Sign it anew to send it again.',
  },
  FORM_TYPE: { fault: 'operator', retry: false, say: 'This post cannot be read: {problem}.' },
  FORM_UNREADABLE: { fault: 'user', retry: false, say: 'This post cannot be read: {problem}.' },
  FORM_TOO_MUCH: { fault: 'user', retry: false, say: 'That is too much: a form takes up to {limit} {what}.' },
  FORM_FIELD: { fault: 'user', retry: false, say: '{problem}' },
  FORM_TICKET: { fault: 'user', retry: false, say: '{problem}' },
  FORM_TOO_OFTEN: { fault: 'user', retry: true, say: '{problem}' },
  NOT_FOUND: { fault: 'user', retry: false, say: 'There is nothing at {path}.' },
  GIVEN_UP: {
    fault: 'desk',
    retry: false,
    say: 'I tried this {times} times and it did not work: {why} Nothing more is tried; please send it again later (reference {reference}).',
  },
  INTERNAL: {
    fault: 'desk',
    retry: false,
    say: 'Something went wrong in the desk itself (reference {reference}). Nothing more was done.',
  },
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof ERRORS

/** The one error class: its code says what happened, the table says whose fault it is and what to tell them. */
export class DeskError extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, string | number>

  constructor(code: ErrorCode, details: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(fill(ERRORS[code].say, details), options)
    this.name = 'DeskError'
    this.code = code
    this.details = details
  }

  get fault(): Fault {
    return ERRORS[this.code].fault
  }

  get retry(): boolean {
    return ERRORS[this.code].retry
  }
}

function fill(sentence: string, details: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
}

/** Whether the desk's own disk is full: nothing else is at fault, and all of it waits for room. */
export const isDiskFull = (error: unknown): error is DeskError =>
  error instanceof DeskError && error.code === 'DISK_FULL'

/** The error itself where it is ours, else INTERNAL around it with a reference that the log bears too. */
export function asDeskError(error: unknown, reference: string): DeskError {
  return error instanceof DeskError ? error : new DeskError('INTERNAL', { reference }, { cause: error })
}
