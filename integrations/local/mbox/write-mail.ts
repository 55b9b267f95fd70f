import type { Mail } from '#kernel/mail.ts'
import { separatorLine } from './separator.ts'

/** A message as our mbox files hold it: what is kept of it, so that it comes back exactly. */
export function mboxText(mail: Mail): string {
  const { id, folder, threadId, from, to, cc, bcc, subject, sentAt, inReplyTo, references, attachments, body } = mail
  const header = [
    ...line('From', from),
    ...line('To', list(to)),
    ...line('Cc', list(cc)),
    ...line('Bcc', list(bcc)),
    ...line('Subject', subject === null ? null : unstructured(subject)),
    ...line('Date', sentAt === null ? null : new Date(sentAt).toUTCString().replace('GMT', '+0000')),
    `Message-ID: <${id}>`,
    ...line('In-Reply-To', inReplyTo === null ? null : `<${inReplyTo}>`),
    ...line('References', references.length === 0 ? null : references.map((one) => `<${one}>`).join('\n ')),
    'MIME-Version: 1.0',
  ]
  const content = attachments.length === 0 ? textPart(body) : withNames(encodedPart(body), attachments)
  const text = [...header, content].join('\n').replace(/^(>*From )/gm, '>$1')
  return `${separatorLine(from, sentAt, { folder, thread: threadId })}\n${text}\n`
}

const line = (name: string, value: string | null): string[] => (value === null ? [] : [`${name}: ${value}`])

const list = (addresses: readonly string[]): string | null => (addresses.length === 0 ? null : addresses.join(',\n '))

/** Printable text stands as it is; whatever a reader might take for something else goes into encoded words (RFC 2047). */
function unstructured(text: string): string {
  const isPlain = /^[!-~](?:[ -~]*[!-~])?$/.test(text) && !/=\?| {2}/.test(text) && text.length < 900
  return isPlain ? text : encodedWords(text).join('\n ')
}

/** An encoded word holds 75 characters, so 45 bytes, and never part of a character. */
const WORD_BYTES = 45

function encodedWords(text: string): string[] {
  const words = ['']
  for (const char of text) {
    const last = words.at(-1) ?? ''
    if (Buffer.byteLength(last + char) > WORD_BYTES) words.push(char)
    else words[words.length - 1] = last + char
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`)
}

/** Lines that every program passes on as they are; any other text is encoded. */
function textPart(body: string): string {
  const isPlain = (body === '' || body.endsWith('\n')) && !/[^\t\n\x20-\x7e\xa0-\uffff]|[^\n]{301}/.test(body)
  return isPlain
    ? `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${body}`
    : encodedPart(body)
}

const encodedPart = (body: string): string =>
  `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64(body)}`

const base64 = (text: string): string =>
  Buffer.from(text)
    .toString('base64')
    .replace(/.{76}|.+$/g, '$&\n')

const BOUNDARY = '=_nightdesk_='

/** Files that came with a message are kept by name only. */
function withNames(text: string, names: readonly string[]): string {
  const parts = names.map(
    (name) =>
      `Content-Type: application/octet-stream; name*=utf-8''${encodeURIComponent(name)}\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}\n\n`,
  )
  const all = [text, ...parts].map((part) => `--${BOUNDARY}\n${part}\n`).join('')
  return `Content-Type: multipart/mixed; boundary="${BOUNDARY}"\n\n${all}--${BOUNDARY}--\n`
}
