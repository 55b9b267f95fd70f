import { html } from 'hono/html'
import type { DuplicatePair } from '#desk/views/duplicates.ts'
import { empty, type Html, hidden } from './bits.ts'
import { heading } from './layout.ts'
import { recordRow } from './records.ts'

/** Records that may be one, each pair with its way to a merge. */
export const duplicatesPage = (pairs: readonly DuplicatePair[]): Html => html`
  <div class="column">
    ${heading('Possible duplicates', html`Merging shows first what stays and what moves; nothing happens before somebody says yes. <a href="/records">Back to records</a>`)}
    <div class="stack" id="duplicates" data-live="actions">
      ${pairs.map(pairPanel)}
      ${pairs.length === 0 ? html`<div class="panel">${empty('No two records look like one.', 'They are looked for by name, address and domain, here and in the weekly digest.')}</div>` : ''}
    </div>
  </div>`

const pairPanel = ({
  kind,
  two: [one, other],
}: DuplicatePair): Html => html`<section class="panel" data-key="${kind} ${one.id} ${other.id}">
    <ul class="rows">${[one, other].map(recordRow)}</ul>
    <form class="pair-merge" method="post" action="/records/merge">
      ${hidden('kind', kind)}${hidden('one', one.id)}${hidden('other', other.id)}
      <button class="small">Merge…<span class="sr"> ${one.name} and ${other.name}</span></button>
    </form>
  </section>`
