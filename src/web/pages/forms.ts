import { html } from 'hono/html'
import type { ShownForm, ShownPost } from '#desk/views/forms.ts'
import type { Tallied } from '../hooks/tally.ts'
import { empty, type Html, moment, pill, type Tone } from './bits.ts'
import { heading } from './layout.ts'

export interface FormsPage {
  forms: readonly (ShownForm & {
    origins: readonly string[]
    signed: boolean
    turnedAway: Tallied
    snippet: string | null
  })[]
  /** How the public port is reached; null while it is off. */
  base: string | null
  /** Whether mail is set up. */
  mails: boolean
  zone: string
  nowMs: number
}

/** The web forms of the policy: whether they can be reached, what came in, what was said, and the HTML to put into a page. */
export const formsPage = (page: FormsPage): Html => html`
  <div class="column">
    ${heading('Web forms', 'What people send from your pages, and what they were answered.')}
    ${page.base === null ? notice(html`Nobody can reach forms: set <code>PUBLIC_PORT</code> (see <code>.env.example</code>), and start again.`) : ''}
    ${page.mails ? '' : notice(html`<strong>No mail is sent.</strong> Set <code>SMTP_URL</code> to mail answers; until then they stand on the thank-you page and here.`)}
    ${page.forms.length === 0 ? empty('The policy has no forms.', html`Add one, such as <code>forms: {contact: {origins: [https://northwind.example]}}</code>.`) : ''}
    ${page.forms.map((form) => section(form, page))}
  </div>`

const notice = (text: Html): Html => html`<div class="panel link-panel" role="note"><p>${text}</p></div>`

const section = (form: FormsPage['forms'][number], { base, zone, nowMs }: FormsPage): Html => {
  const { trapped, hasty, often, origin, signature, unreadable } = form.turnedAway
  return html`<section class="after" aria-labelledby="form-${form.name}">
    <h2 class="title" id="form-${form.name}">${form.name}</h2>
    <div class="panel link-panel">
      <p>${form.lastDay} in the last day, ${form.lastMonth} in 30 days. Sent from ${form.origins.join(', ')}${form.signed ? ', and by servers that sign' : ''}.</p>
      <p class="quieter">Turned away since the start: ${trapped} filled in the hidden field, ${hasty} were too fast, ${often} came too often, ${origin} from other sites, ${signature} with a wrong signature, ${unreadable} could not be read.</p>
      ${
        base === null || form.snippet === null
          ? ''
          : html`<p>As a page of its own: <a href="${base}/hooks/form/${form.name}">${base}/hooks/form/${form.name}</a></p>
            <label for="snippet-${form.name}">HTML for your page</label>
            <textarea id="snippet-${form.name}" rows="8" readonly data-select>${form.snippet}</textarea>`
      }
    </div>
    <ul class="panel rows">
      ${form.newest.map((post) => postRow(post, zone, nowMs))}
      ${form.newest.length === 0 ? html`<li>${empty('Nothing yet.', 'What comes in is shown here.')}</li>` : ''}
    </ul>
  </section>`
}

const SENT: Readonly<Record<NonNullable<ShownPost['sent']>, readonly [string, Tone]>> = {
  mailed: ['mailed', 'yes'],
  on_its_way: ['mail on its way', 'wait'],
  failed: ['mail failed', 'no'],
  no_sender: ['not mailed: no mail is set up', 'wait'],
  no_address: ['not mailed: no address', 'calm'],
  enough_for_today: ['not mailed: enough for today', 'calm'],
  refused: ['not mailed: refused', 'no'],
}

const postRow = ({ atMs, who, text, reply, sent }: ShownPost, zone: string, nowMs: number): Html => html`<li>
    <div class="row-body">
      <p><strong>${who}</strong> (so they say) · ${moment(atMs, zone, nowMs)} ${sent ? pill(...SENT[sent]) : ''}</p>
      <p class="quieter">${text}</p>
      ${reply === null ? '' : html`<details><summary>What was answered</summary><p>${reply}</p></details>`}
    </div>
  </li>`
