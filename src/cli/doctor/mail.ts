import type { Config } from '#app/config.ts'
import { smtpFrom } from '#integrations/smtp/index.ts'
import { DeskError } from '#kernel/errors.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

/** Whether mail can be sent: the mail server is greeted and signed in to, and sent nothing. */
export async function checkMail(config: Pick<Config, 'SMTP_URL' | 'MAIL_FROM'>): Promise<Finding> {
  try {
    const mailer = smtpFrom(config)
    if (mailer) {
      await mailer.verify()
      return ok('mail', `the mail server takes mail from ${mailer.from}`)
    }
    return config.MAIL_FROM === undefined
      ? ok('mail', 'nothing is sent, because SMTP_URL is not set; answers to mail stay drafts')
      : warn('mail', 'MAIL_FROM is set, but nothing is sent, because SMTP_URL is not set.')
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    const fix = error.code === 'CONFIG_INVALID' ? '' : ' Until it answers, mail waits in the outbox; see SMTP_URL.'
    return fail('mail', `${error.message}${fix}`)
  }
}
