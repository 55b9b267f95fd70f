import { html } from 'hono/html'
import type { Viewer } from '#desk/views/viewer.ts'
import { asset } from '../assets.ts'
import type { Setup } from '../parts.ts'
import { type Html, hidden, initials } from './bits.ts'
import { icons, mark } from './icons.ts'

export type Theme = 'auto' | 'light' | 'dark'

/** Everything the frame of a page needs to know. */
export interface Frame {
  title: string
  /** Path of the page, as the navigation names it. */
  at: string
  viewer: Viewer
  theme: Theme
  setup: Setup
  /** Open flags that wait for the viewer. */
  waiting: number
}

const NAV = [
  ['/', 'Desk', icons.desk],
  ['/flags', 'Decisions', icons.flags],
  ['/activity', 'Activity', icons.activity],
  ['/calendar', 'Calendar', icons.calendar],
  ['/mail', 'Mail', icons.mail],
  ['/records', 'Records', icons.records],
  ['/leads', 'Leads', icons.leads],
  ['/people', 'People', icons.people],
  ['/try', 'Rehearse', icons.try],
] as const

/** Entries that a phone shows at once; the others open from the last place of its bar. */
const AT_HAND = 4

/** The bare document; every page is one. */
export const documentOf = (title: string, theme: Theme, body: Html): Html => html`<!doctype html>
<html lang="en" data-theme="${theme}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Nightdesk</title>
    <link rel="stylesheet" href="${asset('console.css')}" />
    <link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml" />
    <script type="module" src="${asset('console.js')}"></script>
  </head>
  <body>
    ${body}
  </body>
</html>`

/** A page of a signed-in member: navigation, banner, main. */
export const framed = (frame: Frame, main: Html): Html =>
  documentOf(
    frame.title,
    frame.theme,
    html`<a class="skip" href="#main">Skip to content</a>
      <div class="shell">
        <header class="side">
          <a class="brand" href="/">${mark}<span>Nightdesk</span></a>
          <nav aria-label="Console">
            ${navigation(frame)}
          </nav>
          ${account(frame)}
        </header>
        <div class="stage">
          ${frame.setup === 'demo' ? demoBanner(frame.viewer) : ''}
          <p class="lost" id="lost" role="status"></p>
          <main id="main" tabindex="-1">${main}</main>
        </div>
      </div>`,
  )

function navigation(frame: Frame): Html {
  const [hand, rest] = [NAV.slice(0, AT_HAND), NAV.slice(AT_HAND)]
  const items = (entries: typeof hand) => entries.map(([path, name, icon]) => navItem(frame, path, name, icon))
  const isHere = rest.some(([path]) => path === frame.at)
  return html`<ul>${items(hand)}</ul>
    <button class="more" type="button" popovertarget="rest" ${isHere ? html`data-here` : ''}>${icons.more}<span>More</span></button>
    <ul class="rest" id="rest" popover>${items(rest)}</ul>`
}

const navItem = (frame: Frame, path: string, name: string, icon: Html): Html => html`<li>
    <a href="${path}" ${frame.at === path ? html`aria-current="page"` : ''}>
      ${icon}<span>${name}</span>${path === '/flags' ? badge(frame.waiting) : ''}
    </a>
  </li>`

const badge = (count: number): Html =>
  html`<span class="badge" id="badge" data-live="flags desk" ${count === 0 ? html`hidden` : ''}>${count}<span class="sr"> waiting</span></span>`

const THEMES: readonly [Theme, string][] = [
  ['auto', 'Auto'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]

const account = ({ viewer, theme }: Frame): Html => html`<details class="account">
    <summary>
      <span class="face" aria-hidden="true">${initials(viewer.name)}</span>
      <span class="account-name">${viewer.name}<small>${viewer.approver ? 'Approver' : 'Member'}</small></span>
    </summary>
    <div class="account-menu">
      <form method="post" action="/theme">
        <fieldset class="segments">
          <legend>Appearance</legend>
          ${THEMES.map(
            ([value, name]) =>
              html`<button name="theme" value="${value}" aria-pressed="${value === theme ? 'true' : 'false'}">${name}</button>`,
          )}
        </fieldset>
      </form>
      <form method="post" action="/sign-out"><button class="quiet">Sign out</button></form>
    </div>
  </details>`

const demoBanner = (viewer: Viewer): Html => html`<aside class="banner" aria-label="Demo">
    <p><strong>Demo team.</strong> Everything here is made up, so try anything.</p>
    ${
      viewer.approver
        ? html`<form method="post" action="/setup">${hidden('mode', 'real')}<button class="quiet">Start with your own team</button></form>`
        : ''
    }
  </aside>`

/** The head of a page: its name, and one line under it. */
export const heading = (title: string, line: Html | string): Html =>
  html`<div class="heading"><h1>${title}</h1><p>${line}</p></div>`
