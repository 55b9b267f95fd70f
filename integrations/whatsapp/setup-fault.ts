import type { Refusal } from './rest.ts'

/** What is wrong with the account, with the fix. */
export function setupFault({ status, code }: Refusal): string {
  if (status === 401 || code === 20003)
    return 'Twilio refuses TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN; copy both anew from Account Info in the Twilio Console (the primary token, of the live account)'
  if (status === 403) return 'Twilio refuses the account; see the Twilio Console for why it is suspended'
  if (status === 404)
    return 'Twilio knows no account TWILIO_ACCOUNT_SID; copy it anew from Account Info in the Twilio Console'
  return `Twilio refuses the account (${code ?? status}); see https://www.twilio.com/docs/api/errors/${code ?? ''}`
}
