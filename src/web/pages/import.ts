import { html } from 'hono/html'
import type { BroughtFile } from '../imports.ts'
import type { ImportOutcome } from '../parts.ts'
import { empty, type Html, hidden } from './bits.ts'
import { heading } from './layout.ts'

const MOST_LISTED = 50

/** Takes a CSV file in: first what would be done, then the doing. */
export const importPage = (brought: BroughtFile | null, mayImport: boolean): Html => html`
  <div class="column">
    ${heading('Import records', html`A CSV file with a line of column names, in UTF-8. It is tried first: nothing is written before you say so. <a href="/records">Back to records</a>`)}
    ${mayImport ? fileForm : html`<div class="panel">${empty('Only an approver imports.', 'Ask one of them, or tell the desk one record at a time.')}</div>`}
    <section class="after" id="import" data-live="actions" aria-live="polite">${brought ? stateOf(brought) : ''}</section>
  </div>`

const fileForm: Html = html`<form class="panel import-form" method="post" action="/records/import" enctype="multipart/form-data">
    <fieldset class="choices-row">
      <legend>What is in it?</legend>
      ${(['accounts', 'contacts', 'deals'] as const).map(
        (kind, at) =>
          html`<label><input type="radio" name="kind" value="${kind}" ${at === 1 ? html`checked` : ''} /> ${kind}</label>`,
      )}
    </fieldset>
    <p class="field"><label for="file">CSV file</label><input id="file" name="file" type="file" accept=".csv,text/csv" required /></p>
    <button class="primary">Try it</button>
  </form>`

function stateOf({ kind, file, state }: BroughtFile): Html {
  switch (state.is) {
    case 'refused':
      return html`<h2 class="title">Nothing was imported</h2><p class="panel import-state" role="alert">${state.problem}</p>`
    case 'running':
      return html`<h2 class="title">Importing ${kind}</h2>
        <div class="panel import-state"><label for="progress">${file}</label> <progress id="progress" max="${Math.max(1, state.total)}" value="${state.done}"></progress></div>`
    case 'done':
      return html`<h2 class="title">Imported</h2><p class="panel import-state">${file}: ${counts(state.report)}. <a href="/records?kind=${kind.slice(0, -1)}">Look at the ${kind}</a></p>`
    case 'checked':
      return html`<h2 class="title">What would be done</h2>
        <div class="panel import-state">
          <p>${file}: ${counts(state.report)}. Nothing has been written yet.</p>
          ${duplicates(state.report.duplicates ?? [])}
          <form class="choices-row" method="post" action="/records/import/begin">
            ${hidden('file', file)}
            <button class="primary">Import</button>
            <button formaction="/records/import/drop">Leave it</button>
          </form>
        </div>`
  }
}

const counts = ({ added, changed, unchanged }: ImportOutcome): string =>
  `${added} new, ${changed} changed, ${unchanged} as they are`

const duplicates = (found: readonly string[]): Html =>
  found.length === 0
    ? html`<p class="quieter">No duplicates found.</p>`
    : html`<div><p>These look like duplicates:</p>
        <ul class="import-duplicates">
          ${found.slice(0, MOST_LISTED).map((one) => html`<li>${one}</li>`)}
          ${found.length > MOST_LISTED ? html`<li>and ${found.length - MOST_LISTED} more</li>` : ''}
        </ul></div>`
