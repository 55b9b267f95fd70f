import { html } from 'hono/html'
import type { FeedLink } from '../parts.ts'
import { type Html, hidden } from './bits.ts'

export interface FeedsPanel {
  feeds: readonly FeedLink[]
  /** Whether calendar apps can reach feeds at all. */
  open: boolean
  /** The address of a feed just made; it is shown this once. */
  made: string | null
  zone: string
}

/** Private addresses under which calendar apps subscribe to the viewer's own calendar. */
export const feedsPanel = ({
  feeds,
  open,
  made,
  zone,
}: FeedsPanel): Html => html`<section class="panel link-panel" id="feeds" aria-labelledby="feeds-title">
    <h2 id="feeds-title">Subscribe from your calendar app</h2>
    ${open ? subscribe(made) : html`<p class="quieter">Feeds are off. Set <code>PUBLIC_PORT</code> (see <code>.env.example</code>), and start again.</p>`}
    ${feeds.length > 0 ? html`<ul class="rows">${feeds.map((feed) => row(feed, zone))}</ul>` : ''}
  </section>`

const subscribe = (made: string | null): Html => html`
    <p class="quieter">Whoever has the address sees your calendar, so give it to your calendar app and to nobody else.</p>
    ${
      made
        ? html`<div role="status"><label for="feed">Your new address; it is shown this once</label><input id="feed" readonly value="${made}" data-select /></div>`
        : ''
    }
    <div class="choices-row">
      <form method="post" action="/calendar/feeds">${hidden('mode', 'full')}<button class="small">Everything, for myself</button></form>
      <form method="post" action="/calendar/feeds">${hidden('mode', 'busy')}<button class="small">Busy times only</button></form>
    </div>`

const row = (feed: FeedLink, zone: string): Html => html`<li class="row">
    <div class="row-body"><p>${feed.mode === 'full' ? 'Everything' : 'Busy times only'}, since ${dayText(feed.createdMs, zone)}</p></div>
    <form method="post" action="/calendar/feeds/${feed.hash}/revoke"><button class="small">Take back<span class="sr"> the feed of ${dayText(feed.createdMs, zone)}</span></button></form>
  </li>`

const dayText = (ms: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'long' }).format(ms)
