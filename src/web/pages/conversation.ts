import { html } from 'hono/html'
import type { Entry, TaskMark, UndoOffer } from '#desk/views/conversation.ts'
import type { TaskStatus } from '#kernel/task.ts'
import { type Html, hidden, moment, pill, problemSlot, type Tone } from './bits.ts'
import { icons, mark } from './icons.ts'

export interface Talk {
  entries: readonly Entry[]
  /** There is more before the first of them. */
  more: boolean
  /** Where messages are posted to. */
  action: string
  /** Hidden fields every message carries. */
  fields: readonly (readonly [string, string])[]
  /** A fresh name for the next message. */
  nextId: string
  /** Who speaks to the desk, as the log calls them. */
  speaker: string
  /** Text already in the box. */
  prefill: string
  placeholder: string
  zone: string
  nowMs: number
  /** Path and query for "earlier messages". */
  earlier: string
  /** Shown while nothing has been said. */
  opening: Html
}

/** A conversation with the desk: what was said, what can be tapped, and the box to say more. */
export const conversation = (talk: Talk): Html => html`<section class="talk" aria-label="Conversation">
    <div class="log" id="log" role="log" aria-label="Messages" tabindex="0" data-live="conversation">
      ${talk.more ? html`<p class="earlier" data-key="earlier"><a href="${talk.earlier}">Earlier messages</a></p>` : ''}
      ${talk.entries.length === 0 ? html`<div data-key="opening">${talk.opening}</div>` : ''}
      ${talk.entries.map((entry) => bubble(entry, talk))}
    </div>
    <form class="composer" method="post" action="${talk.action}" data-quiet data-composer>
      ${talk.fields.map(([name, value]) => hidden(name, value))}${hidden('id', talk.nextId)}
      <label class="sr" for="say">Your message</label>
      <textarea id="say" name="text" rows="1" maxlength="20000" required placeholder="${talk.placeholder}" data-prefilled="${talk.prefill === '' ? 'no' : 'yes'}">${talk.prefill}</textarea>
      <button class="primary round" aria-label="Send">${icons.send}</button>
      ${problemSlot}
    </form>
  </section>`

const bubble = (entry: Entry, talk: Talk): Html => html`<div
    class="said ${entry.from}${entry.notice ? ' notice' : ''}"
    data-key="${entry.key}"
    data-version="${versionOf(entry)}"
  >
    ${entry.from === 'desk' ? html`<span class="said-mark">${mark}</span>` : ''}
    <div class="said-body">
      <p class="said-who"><span class="sr">${entry.from === 'desk' ? 'Nightdesk' : talk.speaker}, </span>${moment(entry.atMs, talk.zone, talk.nowMs)}</p>
      <div class="said-text">${entry.text}</div>
      ${entry.tasks.length > 0 ? html`<ul class="marks">${entry.tasks.map((task) => html`<li>${taskMark(task)}</li>`)}</ul>` : ''}
      ${entry.pending ? html`<p class="working"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> Working on it</p>` : ''}
      ${choices(entry, talk)}${undos(entry, talk)}
    </div>
  </div>`

const versionOf = (entry: Entry): string =>
  [
    entry.pending,
    entry.tasks.map((task) => `${task.task}${task.status}`).join(),
    entry.choices.length,
    entry.undo.map((offer) => offer.action).join(),
  ].join('-')

const STATUS: Readonly<Record<TaskStatus, readonly [string, Tone]>> = {
  open: ['working', 'calm'],
  waiting_requester: ['waits for your answer', 'accent'],
  waiting_human: ['waits for a decision', 'wait'],
  done: ['done', 'yes'],
  declined: ['not done', 'calm'],
  expired: ['expired', 'calm'],
  failed: ['failed', 'no'],
}

function taskMark({ agent, status, waitsFor, flag, cost }: TaskMark): Html {
  const [word, tone] = STATUS[status]
  const said = pill(`${agent}: ${waitsFor ? `waits for ${waitsFor}` : word}${cost === null ? '' : `, ${cost}`}`, tone)
  return flag ? html`<a href="/flags#${flag}">${said}</a>` : said
}

function choices(entry: Entry, talk: Talk): Html | string {
  if (entry.choices.length > 0)
    return html`<div class="choices" role="group" aria-label="Answers">
      ${entry.choices.map(
        (choice, at) =>
          html`<form method="post" action="${talk.action}" data-quiet>
            ${talk.fields.map(([name, value]) => hidden(name, value))}${hidden('id', `${entry.key}-choice`)}${hidden('shown', choice.label)}
            <button class="choice${at === 0 ? ' first' : ''}" name="text" value="${choice.value}">${choice.label}</button>${problemSlot}
          </form>`,
      )}
    </div>`
  return entry.offered.length > 0 ? html`<p class="offered">Offered: ${entry.offered.join(' · ')}</p>` : ''
}

const undos = (entry: Entry, talk: Talk): Html | string =>
  entry.undo.length === 0
    ? ''
    : html`<div class="choices">${entry.undo.map((offer) => undoButton(offer, talk.nowMs))}</div>`

/** A button that takes one action back; it goes away when its window closes. */
export const undoButton = (offer: UndoOffer, nowMs: number): Html =>
  html`<form method="post" action="/actions/${offer.action}/undo" data-quiet data-left="${offer.untilMs - nowMs}">
    <button class="choice undo">${icons.undo}${offer.label}</button>${problemSlot}
  </form>`
