import { html } from 'hono/html'
import type { EditField } from '#desk/views/edit-fields.ts'
import type { CardView, Receipt } from '#desk/views/flags.ts'
import type { MergePreview } from '#desk/views/merge-preview.ts'
import { type Html, hidden, moment, momentText, pill, problemSlot, type Tone } from './bits.ts'
import { icons } from './icons.ts'

/** Where and when a card is drawn. */
export interface Drawing {
  zone: string
  nowMs: number
  /** The page the person comes back to. */
  back: string
}

const TONES: Readonly<Record<string, Tone>> = { SENTIMENT: 'no', TRUST: 'no', HIGH_STAKES: 'no', CONFLICT: 'wait' }

/** An open flag: what is wanted first, then why, then the one tap that decides it. */
export const flagCard = (view: CardView, drawing: Drawing): Html => {
  const { card } = view
  return html`<article class="card" id="${card.flag}" data-key="${card.flag}" data-version="${view.version}" aria-labelledby="h-${card.flag}">
    <p class="card-top">
      ${pill(REASON_WORDS[card.reason] ?? card.reason, TONES[card.reason] ?? 'wait')}
      ${view.simulated ? pill('simulated', 'calm') : ''}
      <span class="card-until">${icons.clock}decide by ${moment(card.expiresAtMs, drawing.zone, drawing.nowMs)}</span>
    </p>
    <h2 id="h-${card.flag}">${card.headline}</h2>
    <p class="card-what">${view.who} asked ${moment(view.createdMs, drawing.zone, drawing.nowMs)}.</p>
    ${card.quote ? html`<blockquote>${card.quote}</blockquote>` : ''}
    <p class="card-why">You are asked because ${view.reason}: <code>${card.rule}</code></p>
    ${proposal(card.proposed)}
    ${view.merge ? mergeTable(view.merge) : ''}
    ${view.clash.length > 0 ? clashTable(view) : ''}
    ${view.clash.length === 1 ? '' : evidence(card.evidence)}
    ${view.decision ? buttons(view, view.decision, drawing) : html`<p class="card-closed">${view.closed ?? ''}</p>`}
    <p class="card-foot">
      Owner ${view.owner}${view.backup ? html`, then ${view.backup}` : ''} · ${view.agent} ·
      <a href="/why/${card.task}">Why, in full</a> · If nobody decides: ${lower(card.onExpiry)}
    </p>
  </article>`
}

const REASON_WORDS: Readonly<Record<string, string>> = {
  AUTHORITY: 'needs a yes',
  CONFLICT: 'conflict',
  AMBIGUOUS_AFTER_ASK: 'unclear',
  NO_RULE: 'no rule',
  OUT_OF_DOMAIN: 'needs a person',
  HIGH_STAKES: 'high stakes',
  SENTIMENT: 'unhappy client',
  TRUST: 'check who this is',
  INTEGRATION: 'service trouble',
  BUDGET: 'over budget',
}
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const proposal = (lines: readonly string[]): Html | string =>
  lines.length === 0
    ? ''
    : html`<div class="proposed">
        <h3>If you approve <span>(nothing has been done yet)</span></h3>
        <ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
      </div>`

/** What two wanted of the same fields, side by side. */
const clashTable = ({ clash, card }: CardView): Html => html`<table class="changes">
    <caption class="sr">What clashes</caption>
    <thead><tr><th scope="col">Field</th><th scope="col">Mine</th><th scope="col">Theirs</th></tr></thead>
    <tbody>
      ${clash.map(({ label, mine, theirs }) => html`<tr><th scope="row">${label}</th><td>${mine ?? 'none'}</td><td>${theirs ?? 'none'}</td></tr>`)}
      ${clash.length === 1 ? sourceRow(card.evidence) : ''}
    </tbody>
  </table>`

/** Who wanted either. */
const sourceRow = ([mine, theirs]: CardView['card']['evidence']): Html | string =>
  mine && theirs ? html`<tr><th scope="row">By</th><td>${mine.source}</td><td>${theirs.source}</td></tr>` : ''

/** What stays of two records, field by field, and what moves. */
const mergeTable = ({ kept, gone, fields, moves }: MergePreview): Html => html`<div class="merge">
    <p><strong>${kept}</strong> stays, ${gone} becomes it. This is final: nobody can undo it.</p>
    <table class="changes">
      <caption class="sr">The record that stays</caption>
      <thead><tr><th scope="col">Field</th><th scope="col">Will be</th><th scope="col">From</th></tr></thead>
      <tbody>
        ${fields.map(({ label, text, of }) => html`<tr><th scope="row">${label}</th><td>${text ?? 'none'}</td><td>${of === 'both' ? 'both' : of === 'kept' ? 'the one that stays' : 'the other'}</td></tr>`)}
      </tbody>
    </table>
    <p class="quieter">${moves.length === 0 ? 'Nothing else hangs on the other one.' : `Moves with it: ${moves.join(', ')}.`}</p>
  </div>`

const evidence = (lines: CardView['card']['evidence']): Html | string =>
  lines.length === 0
    ? ''
    : html`<dl class="evidence">${lines.map(({ text, source }) => html`<div><dt>${source}</dt><dd>${text}</dd></div>`)}</dl>`

function buttons(view: CardView, decision: string, { back }: Drawing): Html {
  const { flag, verbs } = view.card
  const form = (inside: Html): Html => html`<form method="post" action="/flags/${flag}/decide" data-quiet>
      ${hidden('decision', decision)}${hidden('back', back)}${inside}${problemSlot}
    </form>`
  const more = (name: string, inside: Html): Html =>
    html`<details class="more" name="more-${flag}"><summary>${name}</summary>${form(inside)}</details>`
  const isClash = view.clash.length > 0
  const approve = isClash ? 'Write mine' : 'Approve'
  return html`<div class="verbs">
    ${
      !verbs.includes('approve')
        ? ''
        : view.final
          ? more(`${approve}…`, finalForm)
          : form(html`<button class="primary" name="verb" value="approve">${icons.check}${approve}</button>`)
    }
    ${isClash ? form(html`<button name="verb" value="decline">Keep theirs</button>`) : ''}
    ${isClash ? form(noteForm(view)) : ''}
    ${verbs.includes('take_over') ? form(html`<button name="verb" value="take_over">Take over</button>`) : ''}
    ${verbs.includes('edit') && view.edit.length > 0 ? more('Edit', editForm(view, flag)) : ''}
    ${isClash ? '' : more('Decline', declineForm(flag))}
    ${more('Snooze', snoozeForm)}
  </div>`
}

/** What cannot be taken back is asked twice. */
const finalForm: Html = html`<div class="fields">
    <p class="whole">This is final: nobody can undo it.</p>
    <button class="danger" name="verb" value="approve">Yes, for good</button>
  </div>`

const noteForm = ({ edit }: CardView): Html => html`
    ${edit.filter(isKeep).map(({ name }) => hidden(name, 'note'))}
    <button name="verb" value="edit">Keep theirs, note mine</button>`

/** Of a conflict; it has buttons of its own here. */
const isKeep = ({ name }: EditField): boolean => /^\d+\.keep$/.test(name)

const editForm = (view: CardView, flag: string): Html => html`<div class="fields">
    ${view.edit.filter((field) => !isKeep(field)).map((field) => editInput(field, flag))}
    <button class="primary" name="verb" value="edit">Save and approve</button>
  </div>`

function editInput(field: EditField, flag: string): Html {
  const { name, label, type, value, change } = field
  const id = `${flag}-${name}`
  if (type === 'check') return checkInput(field, id)
  const isRequired = type !== 'emails' && !change
  return html`<p class="field${type === 'text' || type === 'emails' ? ' whole' : ''}">
    <label for="${id}">${label}</label>
    <input id="${id}" name="${name}" type="${type === 'emails' ? 'text' : type}" value="${value}" ${isRequired ? html`required` : ''} autocomplete="off" ${change ? html`aria-describedby="${id}-was"` : ''} />
    ${change ? html`<span class="quieter" id="${id}-was">now ${change.before ?? 'none'}${fromWords(change.from)}</span>` : ''}
  </p>`
}

/** A line that may be left out; what is not ticked is sent as such. */
const checkInput = ({ name, label, value, change }: EditField, id: string): Html => html`<p class="check whole">
    ${hidden(name, 'no')}
    <input type="checkbox" id="${id}" name="${name}" value="yes" ${value === 'yes' ? html`checked` : ''} />
    <label for="${id}">${label}${change ? html`<span class="quieter">${fromWords(change.from)}</span>` : ''}</label>
  </p>`

const fromWords = (from: string | null): string => (from === null ? '' : ` · “${from}”`)

const declineForm = (flag: string): Html => html`<div class="fields">
    <p class="field whole">
      <label for="${flag}-note">Reason, for the record (may stay empty)</label>
      <input id="${flag}-note" name="note" maxlength="500" autocomplete="off" />
    </p>
    <button class="danger" name="verb" value="decline">Decline</button>
  </div>`

const snoozeForm: Html = html`<div class="fields row">
    ${hidden('verb', 'snooze')}
    <button name="note" value="30">30 minutes</button>
    <button name="note" value="120">2 hours</button>
    <button name="note" value="480">8 hours</button>
  </div>`

const RECEIPT_ICONS = { yes: icons.check, no: icons.cross, none: icons.clock } as const

/** A decided flag in one line: by whom and when, then what. */
export const receipt = (one: Receipt, { zone, nowMs }: Pick<Drawing, 'zone' | 'nowMs'>): Html =>
  html`<li class="receipt" id="receipt-${one.flag}" data-key="receipt-${one.flag}">
    <span class="receipt-icon ${one.tone}">${RECEIPT_ICONS[one.tone]}</span>
    <div>
      <p class="receipt-outcome">${one.outcome} <time>${momentText(one.atMs, zone, nowMs)}</time></p>
      <p class="receipt-what">${one.headline} <a href="/why/${one.task}">Why<span class="sr">: ${one.headline}</span></a></p>
    </div>
  </li>`

/** A flag in the margin of another page. */
export const smallCard = (view: CardView, { zone, nowMs, back }: Drawing): Html => {
  const { card } = view
  const approve =
    view.decision && card.verbs.includes('approve') && !view.final && view.clash.length === 0
      ? html`<form method="post" action="/flags/${card.flag}/decide" data-quiet>
          ${hidden('decision', view.decision)}${hidden('back', back)}
          <button class="primary small" name="verb" value="approve">${icons.check}Approve<span class="sr">: ${card.headline}</span></button>${problemSlot}
        </form>`
      : ''
  return html`<li class="small-card" data-key="${card.flag}" data-version="${view.version}">
    <p class="card-top">${pill(REASON_WORDS[card.reason] ?? card.reason, TONES[card.reason] ?? 'wait')}<span class="card-until">by ${moment(card.expiresAtMs, zone, nowMs)}</span></p>
    <p class="small-headline"><a href="/flags#${card.flag}">${card.headline}</a></p>
    <p class="card-what">${view.who}</p>
    <div class="verbs">${approve}<a class="button small" href="/flags#${card.flag}">Look<span class="sr"> at: ${card.headline}</span></a></div>
  </li>`
}
