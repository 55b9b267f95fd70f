import { html } from 'hono/html'
import type { Html } from './bits.ts'

/** One booking page on which the viewer is met. */
export interface BookingLink {
  address: string
  /** Others who must be free too. */
  with: readonly string[]
}

/** Addresses to give to clients, so that they book by themselves; nothing where the viewer is on no page. */
export const bookingPanel = (links: readonly BookingLink[], open: boolean): Html =>
  links.length === 0
    ? html``
    : html`<section class="panel link-panel" id="booking" aria-labelledby="booking-title">
        <h2 id="booking-title">Let clients book you</h2>
        ${
          open
            ? html`<p class="quieter">Whoever has the address sees when you are free, and never why not. Your policy says what is booked without asking.</p>
              ${links.map(field)}`
            : html`<p class="quieter">The policy has a booking page for you, but nobody can reach it. Set <code>PUBLIC_PORT</code> (see <code>.env.example</code>), and start again.</p>`
        }
      </section>`

const field = ({ address, with: others }: BookingLink, at: number): Html =>
  html`<div><label for="booking-${at}">${others.length > 0 ? `You with ${others.join(', ')}` : 'You'}</label><input id="booking-${at}" readonly value="${address}" data-select /></div>`
