import { html } from 'hono/html'
import type { Html } from './bits.ts'

const icon = (path: Html): Html =>
  html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`

/** The pictures of the console; each stands beside a word. */
export const icons = {
  desk: icon(html`<path d="M3.5 5.5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-3.5 3v-3a2 2 0 0 1-2-2z" />`),
  flags: icon(html`<path d="M5 17V3.5M5 4h9.5l-2 3.25 2 3.25H5" />`),
  activity: icon(html`<path d="M3.5 10.5l3.2 3.2L10 9.8M9 14l1.2 1.2L16.5 6.5" />`),
  calendar: icon(html`<rect x="3.5" y="4.5" width="13" height="12" rx="2" /><path d="M3.5 8.5h13M7 2.8v3M13 2.8v3" />`),
  mail: icon(html`<rect x="3" y="4.5" width="14" height="11" rx="2" /><path d="M3.5 6.5L10 11l6.5-4.5" />`),
  records: icon(
    html`<ellipse cx="10" cy="5.2" rx="6" ry="2.2" /><path d="M4 5.2v9.6c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2V5.2M4 10c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2" />`,
  ),
  leads: icon(html`<path d="M3.5 4.5h13l-5 6v5.5l-3-1.8v-3.7z" />`),
  people: icon(
    html`<circle cx="7.5" cy="7" r="2.8" /><path d="M2.8 16c.4-2.8 2.2-4.4 4.7-4.4s4.3 1.6 4.7 4.4M13 4.5a2.6 2.6 0 0 1 0 5M14.6 11.9c1.5.6 2.4 1.9 2.7 4.1" />`,
  ),
  try: icon(
    html`<path d="M10 3.5v3M10 13.5v3M3.5 10h3M13.5 10h3M5.4 5.4l2.1 2.1M12.5 12.5l2.1 2.1M14.6 5.4l-2.1 2.1M7.5 12.5l-2.1 2.1" />`,
  ),
  more: icon(html`<path d="M4 6h12M4 10h12M4 14h12" />`),
  send: icon(html`<path d="M10 16V4.5M5 9.3l5-5 5 5" />`),
  undo: icon(html`<path d="M7 5L3.5 8.5 7 12M3.8 8.5H12a4 4 0 0 1 0 8H9" />`),
  check: icon(html`<path d="M4.5 10.5l3.7 3.7 7.3-8" />`),
  cross: icon(html`<path d="M5.5 5.5l9 9M14.5 5.5l-9 9" />`),
  clock: icon(html`<circle cx="10" cy="10" r="6.5" /><path d="M10 6.5V10l2.5 1.5" />`),
}

/** A desk lamp over a half moon of light: the mark of the house. */
export const mark: Html = html`<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
    <rect width="32" height="32" rx="9" class="mark-night" />
    <path d="M20.8 7.2a9.4 9.4 0 1 0 4 12.8 7.6 7.6 0 0 1-4-12.8z" class="mark-moon" />
    <circle cx="23.5" cy="10.5" r="1.3" class="mark-moon" />
  </svg>`
