import type { KeyObject } from 'node:crypto'
import type { Context } from 'hono'
import type { Desk } from '#desk/desk.ts'
import type { Patience } from '#desk/forms/patience.ts'
import type { Hub } from '#desk/views/hub.ts'
import type { Policy } from '#policy/policy.ts'
import type { FormTally } from './tally.ts'

/** What web forms are taken in with. */
export interface FormsWeb {
  desk: Desk
  hub: Hub
  patience: Patience
  tally: FormTally
  /** How the public port is reached from outside, without a slash at the end. */
  base(): string
  /** Where a request comes from, for counting. */
  addressOf(c: Context): string
  /** The secrets with which servers may sign posts of a form; none: they may not. */
  secretsOf(form: string): readonly string[]
  /** Writes tickets that nobody else can write. */
  ticketKey: KeyObject
}

/** A form of the policy, by the name in its address. */
export interface NamedForm {
  name: string
  form: Policy['forms'][string]
}
