import { join } from 'node:path'
import { html } from 'hono/html'
import type { BookingPage, MeetingKind } from '#desk/booking/pages.ts'
import { assetsOf, HOUSE_FOLDER } from '../../assets.ts'
import { type Html, initials } from '../../pages/bits.ts'
import { mark } from '../../pages/icons.ts'
import type { Words } from '../words.ts'

const OWN_FOLDER = join(import.meta.dirname, '../assets')

/** Colours and type of the house, and what booking pages add to them. */
export const bookingAssets = assetsOf('/book/assets', 'book.css', [
  join(HOUSE_FOLDER, '1-base.css'),
  join(OWN_FOLDER, 'book.css'),
  join(OWN_FOLDER, 'zone.js'),
  join(HOUSE_FOLDER, 'icon.svg'),
])

/** A whole page. Private ones are not for search engines; times are not either. */
export const documentOf = (
  words: Pick<Words, 'language'>,
  title: string,
  main: Html,
  options: { finds?: string } = {},
): Html => html`<!doctype html>
<html lang="${words.language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${title}</title>
    <link rel="stylesheet" href="${bookingAssets.path('book.css')}" />
    <link rel="icon" href="${bookingAssets.path('icon.svg')}" type="image/svg+xml" />
    ${options.finds === undefined ? '' : html`<script type="module" src="${bookingAssets.path('zone.js')}"></script>`}
  </head>
  <body data-zone="${options.finds ?? ''}">
    <main class="book">${main}</main>
    <footer class="book-foot">${mark}<span>Nightdesk</span></footer>
  </body>
</html>`

/** Names in a row: `Mia Chen, Sam Reed and Jo Park`. */
export function joined(names: readonly string[], { and }: Words): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
}

/** What the policy calls `one_on_one` is said "One on one"; a meeting without a type is just that. */
export function sayKind({ type }: Pick<MeetingKind, 'type'>, words: Words): string {
  if (type === null) return words.meeting
  const said = type.replaceAll('_', ' ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

export const headingOf = (page: BookingPage, words: Words): string =>
  page.title ??
  words.meet(
    joined(
      page.people.map((person) => person.name),
      words,
    ),
  )

/** Who is met, for what and for how long. */
export const headOf = (
  page: BookingPage,
  words: Words,
  line: Html | string = '',
): Html => html`<header class="book-head">
    <p class="book-company">${page.company}</p>
    <div class="book-faces" aria-hidden="true">${page.people.slice(0, 5).map((person) => html`<span class="face">${initials(person.name)}</span>`)}</div>
    <h1>${headingOf(page, words)}</h1>
    ${line === '' ? '' : html`<p class="book-line">${line}</p>`}
  </header>`

/** A page with one thing to say. */
export const notePage = (words: Words, title: string, main: Html): Html =>
  documentOf(words, title, html`<div class="book-card note">${main}</div>`)
