import { html } from 'hono/html'
import type { RecordLine, RecordList, ShownKind } from '#desk/views/records.ts'
import { empty, type Html, initials, pill, type Tone } from './bits.ts'
import { heading } from './layout.ts'

export interface RecordsPage extends RecordList {
  words: string
}

export const KIND_NAMES: Readonly<Record<ShownKind, string>> = {
  account: 'Accounts',
  contact: 'Contacts',
  deal: 'Deals',
}
const KINDS = Object.keys(KIND_NAMES) as ShownKind[]

/** Where a record has its page. */
export const recordPath = (kind: ShownKind, id: string): string => `/records/${kind}?id=${encodeURIComponent(id)}`

/** Companies, people and deals on file. */
export const recordsPage = (page: RecordsPage): Html => html`
  <div class="column">
    <div class="heading-row">
      ${heading('Records', 'The companies, people and deals the desk knows. Tell it in chat what changed; it asks where it may not decide.')}
      <p class="records-links"><a class="button small" href="/records/duplicates">Possible duplicates</a> <a class="button small" href="/records/import">Import a file</a></p>
    </div>
    <form class="mail-search" method="get" action="/records" role="search">
      <label class="sr" for="words">Search the records</label>
      <input id="words" name="words" type="search" value="${page.words}" maxlength="200" placeholder="Name, company or address" />
      <button class="small">Search</button>
    </form>
    <nav class="folders" aria-label="Kinds of records">
      <ul>${KINDS.map((kind) => tab(kind, page))}</ul>
    </nav>
    <section id="records" data-live="actions">
      <h2 class="title">${page.words === '' ? html`${KIND_NAMES[page.kind]} <span class="quieter">${page.count}</span>` : html`${KIND_NAMES[page.kind]} found`}</h2>
      <ul class="panel rows">
        ${page.lines.map(recordRow)}
        ${page.lines.length === 0 ? html`<li>${nothing(page)}</li>` : ''}
      </ul>
      ${pager(page)}
    </section>
  </div>`

const tab = (kind: ShownKind, { kind: current, words, found }: RecordsPage): Html => html`<li>
    <a href="${listPath(kind, words)}" ${kind === current ? html`aria-current="page"` : ''}>${KIND_NAMES[kind]}${found ? html` <span class="quieter">${found[kind]}</span>` : ''}</a>
  </li>`

const listPath = (kind: ShownKind, words: string, page = 1): string =>
  `/records?${new URLSearchParams({ kind, ...(words && { words }), ...(page > 1 && { page: String(page) }) })}`

/** One record in a list. */
export const recordRow = (one: RecordLine): Html => html`<li>
    <span class="face outside" aria-hidden="true">${initials(one.name)}</span>
    <div class="row-body">
      <p><a href="${recordPath(one.kind, one.id)}"><strong>${one.name}</strong></a></p>
      <p class="quieter">${[...one.about, ...(one.owner ? [`of ${one.owner}`] : [])].join(' · ') || 'nothing more is known'}</p>
    </div>
    ${one.state === null ? '' : statePill(one.state)}
  </li>`

const STATE_TONES: Readonly<Record<string, Tone>> = { won: 'yes', 'closed won': 'yes', lost: 'no', 'closed lost': 'no' }
/** A stage or a status. */
export const statePill = (state: string): Html => pill(state, STATE_TONES[state.toLowerCase()] ?? 'calm')

function pager({ kind, words, page, pages }: RecordsPage): Html | string {
  if (pages === 1) return ''
  const step = (to: number, name: string): Html | string =>
    to < 1 || to > pages ? '' : html`<a class="button small" href="${listPath(kind, words, to)}">${name}</a>`
  return html`<nav class="pager" aria-label="Pages">
    ${step(page - 1, 'Before')}<p class="quieter">Page ${page} of ${pages}</p>${step(page + 1, 'Next')}
  </nav>`
}

function nothing({ kind, words }: RecordsPage): Html {
  if (words !== '') return empty('Nothing on file resembles these words.', 'Try fewer of them, or another kind.')
  return empty(
    `No ${KIND_NAMES[kind].toLowerCase()} yet.`,
    html`<a href="/records/import">Import a CSV file</a>, or tell the <a href="/">desk</a>: “${SAYINGS[kind]}”.`,
  )
}

const SAYINGS: Readonly<Record<ShownKind, string>> = {
  account: 'new account Globex, globex.example',
  contact: 'add Jo Park, jo@globex.example, at Globex',
  deal: 'new deal with Globex, 12k EUR, closing end of March',
}
