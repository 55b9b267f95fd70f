/** A setting of a plug's, as a line of `.env.example`. */
export interface Setting {
  /** Whether a value can be used; the text says what it should look like. */
  pattern: RegExp
  about: string
  example: string
}

/** One finding of a plug's own check, as `nightdesk doctor` prints it. */
export interface PlugFinding {
  state: 'ok' | 'warn' | 'fail'
  says: string
}

/** How somebody is led through setting a plug up. */
export interface Setup {
  /** A question to be answered with yes or no. */
  question: string
  /** What to do there first: what to paste where. */
  steps: readonly string[]
  /** Names of the settings to ask for, in this order. */
  asks: readonly string[]
}

/** What is set, by the name of the setting. */
export type Settings = Readonly<Record<string, string | undefined>>

/** How a part of the desk that needs a vendor is installed: its folder hands this out, and loads nothing of the vendor's by itself. */
export interface Plug {
  readonly name: string
  readonly settings: Readonly<Record<string, Setting>>
  /** What `nightdesk init` says and asks. */
  readonly setup: Setup
}
