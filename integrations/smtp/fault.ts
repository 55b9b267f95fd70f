import { DeskError } from '#kernel/errors.ts'

/** RFC 4954: it says nothing against the mail. */
const SIGN_IN_FIRST = 530

/**
 * A failure of sending as one of the desk's errors. What the server refuses for good (5xx) is not tried again; everything else
 * is: it is busy (4xx), away, or does not know the password, which somebody can mend. The server's own words stay out: they
 * name people.
 */
export function faultOf(error: unknown): DeskError {
  if (error instanceof DeskError) return error
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  const refuses = isAboutMail && Number(responseCode) >= 500 && responseCode !== SIGN_IN_FIRST
  if (refuses) return new DeskError('MAIL_REFUSED', { problem: `its answer was ${responseCode}` })
  return new DeskError('INTEGRATION_DOWN', { name: `The mail server (${reasonOf(code, responseCode)})` })
}

function reasonOf(code: unknown, responseCode: unknown): string {
  if (code === 'EAUTH') return 'it does not take the user name and password of SMTP_URL'
  if (code === 'ETLS') return 'it offers no encryption'
  if (typeof responseCode === 'number') return `its answer was ${responseCode}`
  return typeof code === 'string' ? code : 'no answer'
}
