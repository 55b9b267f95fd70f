import { type Mailer, noMailer } from '#ports/mailer.ts'
import { type SmtpMailer, smtpMailer } from './mailer.ts'
import { smtpSettings } from './settings.ts'

/** What the environment says of sending mail. */
export interface MailEnvironment {
  SMTP_URL?: string | undefined
  MAIL_FROM?: string | undefined
}

/** The mail server of SMTP_URL, or null where none is named. @throws DeskError CONFIG_INVALID */
export function smtpFrom({ SMTP_URL, MAIL_FROM }: MailEnvironment): SmtpMailer | null {
  const settings = smtpSettings(SMTP_URL, MAIL_FROM)
  return settings && smtpMailer(settings)
}

/** The same as what sends: where no server is named, nothing does. @throws DeskError CONFIG_INVALID */
export const mailerFrom = (environment: MailEnvironment): Mailer => smtpFrom(environment) ?? noMailer
