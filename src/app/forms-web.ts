import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { Patience } from '#desk/forms/patience.ts'
import type { Hub } from '#desk/views/hub.ts'
import { addressOf } from '#web/doors/address.ts'
import type { FormsWeb } from '#web/hooks/parts.ts'
import { FormTally } from '#web/hooks/tally.ts'
import type { Composition } from './compose.ts'
import type { Config } from './config.ts'

const TICKET_KEY_BYTES = 32

/** What web forms are taken in with, out of a composition. @param base how they are reached from outside */
export const formsWeb = (
  { desk, context }: Composition,
  {
    hub,
    base,
    secrets = [],
    tally = new FormTally(),
  }: { hub: Hub; base: () => string; secrets?: Config['FORM_SECRETS']; tally?: FormTally },
): FormsWeb => ({
  desk,
  hub,
  patience: new Patience(),
  tally,
  base,
  addressOf,
  secretsOf: (form) => secrets.flatMap((one) => (one.form === form ? [one.secret] : [])),
  ticketKey: ticketKeyOf(context.audit.key),
})

/** A key of its own that follows from the one of the home (RFC 5869), so that tickets outlive a restart. */
const ticketKeyOf = (homeKey: KeyObject): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', homeKey, '', 'form tickets', TICKET_KEY_BYTES)))
