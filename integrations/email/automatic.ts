/** What is known of a mail before it is read: headers by their names in lower case. */
interface Arrived {
  from: string
  subject: string
  headers: Readonly<Record<string, string>>
}

/** Local parts behind which nobody reads. */
const NOBODY =
  /^(?:mailer-daemon|postmaster|no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?|notifications?)(?:[-_+.=].*)?@/i

/** How mail programs name the answers they give in somebody's absence, and servers what they could not deliver. */
const MACHINE_SUBJECT =
  /^(?:auto(?:matic)?[- ]?(?:reply|response)\b|out of (?:the )?office(?: reply| notification)?\s*(?:$|[:.!-])|automatische antwort\b|abwesenheits|réponse automatique|respuesta automática|undeliver|delivery status notification|mail delivery (?:failed|failure)|returned mail\b|unzustellbar)/i

/**
 * Whether a machine wrote a mail: an automatic answer, a bounce, a list, or the desk itself. Whoever answers such mail by
 * itself starts a quarrel of machines (RFC 3834).
 * @param own the address the desk sends from, or null
 */
export function isAutomatic({ from, subject, headers }: Arrived, own: string | null): boolean {
  const says = (name: string, what: RegExp) => what.test(headers[name] ?? '')
  return (
    from.toLowerCase() === own?.toLowerCase() ||
    NOBODY.test(from) ||
    MACHINE_SUBJECT.test(subject.trim()) ||
    (headers['auto-submitted'] !== undefined && !says('auto-submitted', /^\s*no\b/i)) ||
    says('return-path', /^\s*<\s*>\s*$/) ||
    says('content-type', /multipart\/report/i) ||
    says('precedence', /bulk|list|junk|auto_reply/i) ||
    says('x-auto-response-suppress', /all|oof|autoreply/i) ||
    ['list-id', 'list-unsubscribe', 'x-autoreply', 'x-autorespond'].some((name) => headers[name] !== undefined)
  )
}
