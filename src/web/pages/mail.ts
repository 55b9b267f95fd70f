import { html } from 'hono/html'
import type { MailFolder, ShownMail, ThreadLine } from '#desk/views/mail.ts'
import { cleanLine, cleanText } from '#kernel/display.ts'
import { empty, type Html, moment, pill, type Tone } from './bits.ts'
import { heading } from './layout.ts'

interface At {
  zone: string
  nowMs: number
}

export interface MailPage extends MailFolder {
  folder: string
  words: string
  /** The address the desk sends from; null: it sends nothing. */
  sender: string | null
}

const LONGEST_SHOWN = 50_000

/** Whether mail leaves, in one line. */
const sending = (sender: string | null): Html =>
  sender === null
    ? html`Nothing is sent, because <code>SMTP_URL</code> is not set: what the desk would answer stays a draft.`
    : html`The desk sends from <strong>${sender}</strong>.`

/** A folder of the mailbox: its threads, newest first. */
export const mailPage = (page: MailPage, at: At): Html => html`
  <div class="column">
    ${heading('Mail', sending(page.sender))}
    <nav class="folders" aria-label="Folders">
      <ul>${page.folders.map((one) => folderLink(one, page.folder))}</ul>
    </nav>
    <form class="mail-search" method="get" action="/mail" role="search">
      <input type="hidden" name="folder" value="${page.folder}" />
      <label class="sr" for="words">Search in ${nameOf(page.folder)}</label>
      <input id="words" name="words" type="search" value="${page.words}" maxlength="200" placeholder="Search in ${nameOf(page.folder)}" />
      <button class="small">Search</button>
    </form>
    <section>
      <h2 class="title">${page.words === '' ? nameOf(page.folder) : html`Found in ${nameOf(page.folder)}`}</h2>
      <ul class="panel rows">
        ${page.threads.map((one) => threadRow(one, at))}
        ${page.threads.length === 0 ? html`<li>${nothing(page)}</li>` : ''}
        ${page.more ? html`<li><p>There is more; the newest threads are shown. Search for the others.</p></li>` : ''}
      </ul>
    </section>
  </div>`

/** One thread, oldest message first. Texts are shown as text: nothing in them is fetched, run or followed. */
export const threadPage = (mails: readonly ShownMail[], at: At): Html => html`
  <div class="column">
    ${heading(subjectOf(mails[0]?.subject ?? null), html`<a href="/mail?folder=${mails.at(-1)?.folder ?? 'inbox'}">Back to ${nameOf(mails.at(-1)?.folder ?? 'inbox')}</a>`)}
    ${mails.map((mail) => message(mail, at))}
  </div>`

const NAMES: Readonly<Record<string, string>> = {
  inbox: 'Inbox',
  sent: 'Sent',
  outbox: 'Waiting to be sent',
  drafts: 'Drafts',
  trash: 'Trash',
}
const nameOf = (folder: string): string => NAMES[folder] ?? cleanLine(folder, 60)

const folderLink = ({ folder, count }: MailFolder['folders'][number], current: string): Html => html`<li>
    <a href="/mail?folder=${encodeURIComponent(folder)}" ${folder === current ? html`aria-current="page"` : ''}>${nameOf(folder)} <span class="quieter">${count}</span></a>
  </li>`

const subjectOf = (subject: string | null): string => cleanLine(subject ?? '', 160) || '(no subject)'

const threadRow = (one: ThreadLine, { zone, nowMs }: At): Html => html`<li>
    <div class="row-body">
      <p><a href="/mail/thread?id=${encodeURIComponent(one.id)}"><strong>${subjectOf(one.subject)}</strong></a>${one.count > 1 ? html` <span class="quieter">(${one.count})</span>` : ''}</p>
      <p class="quieter">${one.people.map((name) => cleanLine(name, 120)).join(', ') || 'nobody yet'} · ${one.atMs === null ? 'not sent' : moment(one.atMs, zone, nowMs)}</p>
      <p class="mail-excerpt">${cleanText(one.excerpt, { oneLine: true, maxLength: 140 })}</p>
    </div>
  </li>`

const TONES: Readonly<Record<string, Tone>> = { drafts: 'wait', outbox: 'wait', sent: 'yes' }

const message = (mail: ShownMail, { zone, nowMs }: At): Html => html`<article class="panel mail-message">
    <header>
      <h2 class="title">${cleanLine(mail.fromName)}</h2>
      ${mail.folder === 'inbox' ? '' : pill(nameOf(mail.folder), TONES[mail.folder] ?? 'calm')}
      <p class="quieter">to ${mail.toNames.map((name) => cleanLine(name, 120)).join(', ') || 'nobody yet'} · ${mail.sentAt === null ? 'not sent' : moment(Date.parse(mail.sentAt), zone, nowMs)}</p>
    </header>
    <p class="mail-body">${cleanText(mail.body, { maxLength: LONGEST_SHOWN })}</p>
    ${mail.attachments.length === 0 ? '' : html`<p class="quieter">Came with ${mail.attachments.map((name) => cleanLine(name, 80)).join(', ')}; files are not kept.</p>`}
  </article>`

function nothing({ folder, words }: MailPage): Html {
  if (words !== '') return empty('Nothing has these words.', 'Try fewer, or another folder.')
  return folder === 'inbox'
    ? empty('No mail yet.', html`Take a mailbox in: <code>nightdesk import mail FILE.mbox</code>`)
    : empty('Nothing here.', 'What comes in later stands here.')
}
