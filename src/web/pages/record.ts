import { html } from 'hono/html'
import type { ActivityLine, RecordView } from '#desk/views/record.ts'
import type { HistoryEntry } from '#desk/views/record-history.ts'
import type { ShownKind } from '#desk/views/records.ts'
import type { ShownField } from '#desk/views/shown-fields.ts'
import type { WayLine } from '#desk/views/way-line.ts'
import { sayDate, toIso } from '#kernel/time.ts'
import { empty, type Html, moment, pill } from './bits.ts'
import { undoButton } from './conversation.ts'
import { heading } from './layout.ts'
import { KIND_NAMES, recordRow } from './records.ts'

interface At {
  zone: string
  nowMs: number
}

/** One record: what it says, what it hangs together with, what was noted, and what the desk changed of it. */
export const recordPage = ({ line, fields, links, activities, history, ways }: RecordView, at: At): Html => html`
  <div class="column">
    ${heading(line.name, html`<a href="/records?kind=${line.kind}">Back to ${KIND_NAMES[line.kind].toLowerCase()}</a>`)}
    <section class="panel record-fields" id="record-fields" data-live="actions" aria-label="Fields">
      ${fields.length === 0 ? html`<p class="quieter">Nothing more is known.</p>` : html`<dl class="record-facts">${fields.map(fieldRow)}</dl>`}
      <p class="quieter">Something is not right? Tell the <a href="/">desk</a>: “${SAYINGS[line.kind](line.name)}”.</p>
    </section>
    ${ways === null ? '' : reachSection(ways, line.name, at)}
    <section class="after" id="record-links" data-live="actions">
      <h2 class="title">Belongs together</h2>
      <ul class="panel rows">
        ${links.map(recordRow)}
        ${links.length === 0 ? html`<li>${empty('Nothing is linked yet.', 'The desk links what it is told together: a deal with a company, a person at one.')}</li>` : ''}
      </ul>
    </section>
    <section class="after" id="record-activities" data-live="actions">
      <h2 class="title">Notes, calls and tasks</h2>
      <ul class="panel record-activities">
        ${activities.map((one) => activity(one, at))}
        ${activities.length === 0 ? html`<li>${empty('Nothing noted yet.', html`Tell the <a href="/">desk</a>: “note on ${line.name}: …”.`)}</li>` : ''}
      </ul>
    </section>
    <section class="after">
      <h2 class="title">What the desk changed</h2>
      <ol class="panel history" id="record-history" data-live="actions">
        ${history.map((one) => entry(one, at))}
        ${history.length === 0 ? html`<li data-key="none">${empty('The desk changed nothing here.', 'What was imported, or changed outside of it, is not listed.')}</li>` : ''}
      </ol>
    </section>
  </div>`

/** How somebody can be written to, and what is known of their consent. */
const reachSection = (
  ways: readonly WayLine[],
  name: string,
  { zone, nowMs }: At,
): Html => html`<section class="after" id="record-ways" data-live="actions">
      <h2 class="title">Ways to write to them</h2>
      <ul class="panel record-activities">
        ${ways.map(
          (way) => html`<li>
            <p class="activity-head">
              ${pill(way.isOpen ? 'open' : 'closed', way.isOpen ? 'yes' : 'no')} <strong>${way.name}</strong>
              <span class="quieter">${way.heardMs === null ? 'never wrote here' : html`last wrote ${moment(way.heardMs, zone, nowMs)}`}</span>
            </p>
            <p class="activity-text">${way.says.join('. ')}.</p>
            <p class="quieter">
              ${way.consent}${way.consentMs === null ? '' : html`, ${moment(way.consentMs, zone, nowMs)}`}${way.words === '' ? '' : html`: “${way.words}”`}
            </p>
          </li>`,
        )}
        ${ways.length === 0 ? html`<li>${empty('Nothing that sends reaches them.', html`Tell the <a href="/">desk</a> their address: “${name}'s email is …”.`)}</li>` : ''}
      </ul>
    </section>`

const SAYINGS: Readonly<Record<ShownKind, (name: string) => string>> = {
  account: (name) => `set ${name}'s country to Spain`,
  contact: (name) => `${name}'s phone is now …`,
  deal: (name) => `move ${name} to proposal`,
}

const fieldRow = ({ label, text, own }: ShownField): Html =>
  html`<div><dt>${label}${own ? html`<span class="sr"> (a field of your own)</span>` : ''}</dt><dd>${text}</dd></div>`

const activity = (one: ActivityLine, { zone, nowMs }: At): Html => html`<li>
    <p class="activity-head">
      ${one.kind === 'task' ? pill(one.done ? 'task, done' : 'task', one.done ? 'yes' : 'wait') : pill(one.kind, 'calm')}
      <span class="quieter">${one.by ?? 'somebody'} · ${moment(one.atMs, zone, nowMs)}</span>
    </p>
    <p class="activity-text">${one.text}</p>
    ${
      one.due === null && one.owner === null
        ? ''
        : html`<p class="quieter">${[one.due === null ? '' : `due ${sayDate(one.due, nowMs)}`, one.owner === null ? '' : `for ${one.owner}`].filter(Boolean).join(', ')}</p>`
    }
  </li>`

const entry = (one: HistoryEntry, { zone, nowMs }: At): Html => html`<li
    class="change${one.undone ? ' undone' : ''}"
    data-key="${one.action}"
    data-version="${one.undone ? 'undone' : 'done'} ${one.undoUntilMs ?? ''}"
  >
    <div class="change-head">
      <p class="done-what">${one.sentence}</p>
      ${one.undoUntilMs === null ? '' : undoButton({ action: one.action, label: 'Undo', untilMs: one.undoUntilMs }, nowMs)}
    </div>
    <p class="done-who">
      ${one.who} asked${one.approved === null ? '' : `, ${one.approved} said yes`}, ${moment(one.atMs, zone, nowMs)}
      ${one.undone ? pill('undone', 'calm') : ''}
      <a href="/why/${one.action}">Why<span class="sr">: ${one.sentence}</span></a>
    </p>
    ${one.from === null ? '' : html`<p class="change-words">“${one.from}”</p>`}
    ${one.changes.length === 0 ? '' : changeTable(one, toIso(one.atMs))}
  </li>`

const changeTable = ({ changes, sentence, from }: HistoryEntry, at: string): Html => html`<table class="changes">
    <caption class="sr">${sentence}, ${at}</caption>
    <thead><tr><th scope="col">Field</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
    <tbody>
      ${changes.map(
        (line) => html`<tr>
          <th scope="row">${line.label}</th>
          <td>${line.before ?? html`<span class="quieter">none</span>`}</td>
          <td>${line.after ?? html`<span class="quieter">none</span>`}${line.from !== null && line.from !== from ? html` <span class="quieter">“${line.from}”</span>` : ''}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
