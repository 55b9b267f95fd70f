import { html } from 'hono/html'
import type { CardView } from '#desk/views/flags.ts'
import type { Done } from '#desk/views/ledger.ts'
import type { Viewer } from '#desk/views/viewer.ts'
import { wallOf } from '#kernel/time.ts'
import { empty, type Html } from './bits.ts'
import { smallCard } from './card.ts'
import { conversation, type Talk } from './conversation.ts'
import { doneLine } from './done.ts'

/** Rows of the margin; the rest stands on its own page. */
const MOST_IN_MARGIN = 5

export interface DeskPage {
  viewer: Viewer
  talk: Omit<Talk, 'opening' | 'placeholder' | 'speaker'>
  cards: readonly CardView[]
  done: readonly Done[]
  nowMs: number
  /** First names of colleagues, for examples that work. */
  colleagues: readonly string[]
}

/** The desk: talk to it, decide what waits, see what it did. */
export const deskPage = ({ viewer, talk, cards, done, nowMs, colleagues }: DeskPage): Html => {
  const drawing = { zone: viewer.zone, nowMs, back: '/' }
  return html`<div class="desk-page">
    <div class="desk-main">
      <div class="heading">
        <h1>${greeting(nowMs, viewer)}</h1>
        <p id="summary" data-live="flags actions">${summary(cards.length, done.length)}</p>
      </div>
      ${conversation({ ...talk, speaker: viewer.name, placeholder: 'Book, move, cancel, remind, ask…', opening: opening(colleagues) })}
    </div>
    <aside class="margin" aria-label="Today">
      <section>
        <h2 class="title">Waiting for a decision</h2>
        <ul class="stack" id="margin-flags" data-live="flags">
          ${cards.slice(0, MOST_IN_MARGIN).map((card) => smallCard(card, drawing))}
          ${cards.length > MOST_IN_MARGIN ? html`<li data-key="more"><a href="/flags">All ${cards.length} decisions</a></li>` : ''}
          ${cards.length === 0 ? html`<li data-key="none">${empty('Nothing waits for you.', 'What the desk may not decide alone appears here.')}</li>` : ''}
        </ul>
      </section>
      <section>
        <h2 class="title">Done today</h2>
        <ul class="stack lines" id="margin-done" data-live="actions">
          ${done.slice(0, MOST_IN_MARGIN).map((one) => doneLine(one, drawing))}
          ${done.length > MOST_IN_MARGIN ? html`<li data-key="more"><a href="/activity">All ${done.length} of today</a></li>` : ''}
          ${done.length === 0 ? html`<li data-key="none">${empty('Nothing yet today.', 'Every write of the desk is listed here, with its undo.')}</li>` : ''}
        </ul>
      </section>
    </aside>
  </div>`
}

function greeting(nowMs: number, { name, zone }: Viewer): string {
  const hour = Math.floor(wallOf(nowMs, zone).minute / 60)
  const words = hour < 5 ? 'Good night' : hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'
  // The one person of a home without a policy is called "You".
  return name === 'Owner' ? words : `${words}, ${name.split(' ')[0]}`
}

function summary(waiting: number, done: number): string {
  const first =
    waiting === 0 ? 'Nothing waits for a decision' : waiting === 1 ? 'One decision waits' : `${waiting} decisions wait`
  return `${first}; ${done === 0 ? 'nothing done yet today' : `${done} done today`}.`
}

function opening(colleagues: readonly string[]): Html {
  const name = colleagues[0] ?? 'sam@example.com'
  const examples = [
    `Book 30 min with ${name} on Tuesday at 3pm`,
    'What is on tomorrow?',
    'Remind me to send the invoice on Friday at 9',
    'Block Thursday afternoon for deep work',
  ]
  return html`<div class="opening">
    <p class="empty-title">Tell the desk what you need.</p>
    <p>Write as you would to a colleague. It does what your policy allows, asks when something is missing, and shows you everything it did.</p>
    <ul class="examples">
      ${examples.map((text) => html`<li><a class="choice" href="/?say=${encodeURIComponent(text)}" data-say="${text}">${text}</a></li>`)}
    </ul>
  </div>`
}
