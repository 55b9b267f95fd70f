import { html } from 'hono/html'
import type { CardView, Receipt } from '#desk/views/flags.ts'
import { empty, type Html } from './bits.ts'
import { type Drawing, flagCard, receipt } from './card.ts'
import { heading } from './layout.ts'

/** Every open flag as a card, and under them what was decided lately. */
export const flagsPage = (cards: readonly CardView[], receipts: readonly Receipt[], drawing: Drawing): Html => html`
  <div class="column">
    ${heading('Decisions', 'What the desk may not decide alone. One tap settles each; nothing happens before it.')}
    <div class="stack" id="cards" data-live="flags">
      ${cards.map((card) => flagCard(card, drawing))}
      ${
        cards.length === 0
          ? html`<div data-key="none" class="panel">${empty('Nothing waits for a decision.', html`Try it: <a href="/try">rehearse as a client</a> and ask for a meeting. By default a booking from outside the team is asked about first.`)}</div>`
          : ''
      }
    </div>
    <section class="after">
      <h2 class="title">Decided in the last seven days</h2>
      <ul class="panel receipts" id="receipts" data-live="flags">
        ${receipts.map((one) => receipt(one, drawing))}
        ${receipts.length === 0 ? html`<li data-key="none">${empty('No decisions yet.', 'Each one leaves a receipt here: who, when, and why it was asked.')}</li>` : ''}
      </ul>
    </section>
  </div>`
