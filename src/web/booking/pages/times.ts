import { html } from 'hono/html'
import type { BookingPage, MeetingKind } from '#desk/booking/pages.ts'
import { toIso } from '#kernel/time.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import { type Html, hidden } from '../../pages/bits.ts'
import { type DayOfStarts, zonesWith } from '../times.ts'
import type { Words } from '../words.ts'
import { documentOf, headingOf, headOf, joined, sayKind } from './frame.ts'

/** What the page of times shows. */
export interface TimesPage {
  page: BookingPage
  kind: MeetingKind
  words: Words
  zone: string
  days: readonly DayOfStarts[]
  /** Addresses of the days before and after, where there are times. */
  earlier: string | null
  later: string | null
  /** Whether the address left times out; `all` is the one that does not. */
  isNarrow: boolean
  all: string
  /** Path with its query, for forms. */
  at: string
  /** What the address says beside the zone, to go through the zone's form. */
  query: Readonly<Record<string, string>>
  /** Secret of a visitor whose browser has none yet. */
  drawnFor: string
  /** The chosen time is gone: these come instead. */
  instead: readonly DayOfStarts[] | null
  /** Whether the zone stands in the address; if not, a script may put the browser's own there. */
  zoneIsNamed: boolean
}

/** The free times, by day, each a button of one form. */
export const timesPage = (view: TimesPage): Html => {
  const { page, kind, words } = view
  const length = words.minutes(Math.round(kind.lengthMs / MINUTE_MS))
  const names = joined(
    page.people.map((person) => person.name),
    words,
  )
  const line = [
    ...(kind.type === null ? [] : [sayKind(kind, words)]),
    length,
    ...(page.title === null ? [] : [words.with(names)]),
  ].join(' · ')
  const main = html`${headOf(page, words, line)}
    <div class="book-card">
      ${view.instead ? insteadOf(view, view.instead) : ''}
      <h2 class="book-step" id="times">${words.chooseTime}</h2>
      ${zoneForm(view)}
      ${view.isNarrow ? html`<p class="book-narrow">${words.narrowed} <a href="${view.all}">${words.showAll}</a></p>` : ''}
      ${view.days.length > 0 ? html`<form method="post" action="${view.at}">${hidden('visit', view.drawnFor)}${view.days.map((day) => dayOf(day, 'day'))}</form>` : html`<p class="book-none">${view.earlier || view.later ? words.noneHere : words.noneAtAll}</p>`}
      ${view.earlier || view.later ? turning(view) : ''}
    </div>`
  return documentOf(words, headingOf(page, words), main, { ...(!view.zoneIsNamed && { finds: view.zone }) })
}

const insteadOf = (view: TimesPage, days: readonly DayOfStarts[]): Html => html`<div class="book-gone" role="alert">
    <p>${days.length > 0 ? view.words.taken : view.words.takenNone}</p>
    ${days.length > 0 ? html`<form method="post" action="${view.at}">${hidden('visit', view.drawnFor)}${days.map((day) => dayOf(day, 'next'))}</form>` : ''}
  </div>`

const dayOf = (
  { date, name, starts }: DayOfStarts,
  group: string,
): Html => html`<section class="book-day" aria-labelledby="${group}-${date}">
    <h3 id="${group}-${date}">${name}</h3>
    <ul class="book-times">
      ${starts.map(({ startMs, clock }) => html`<li><button name="start" value="${toIso(startMs)}" aria-label="${name}, ${clock}">${clock}</button></li>`)}
    </ul>
  </section>`

/** The zone is chosen without a script; where there is one, it has filled in the browser's own before. */
const zoneForm = ({ words, zone, query }: TimesPage): Html => html`<form method="get" class="book-zone">
    ${Object.entries(query).map(([name, value]) => hidden(name, value))}
    <label for="zone">${words.zone}</label>
    <select id="zone" name="zone">
      ${zonesWith(zone).map((one) => html`<option value="${one}" ${one === zone ? html`selected` : ''}>${one.replaceAll('_', ' ')}</option>`)}
    </select>
    <button class="small">${words.show}</button>
  </form>`

const turning = ({ words, earlier, later }: TimesPage): Html => html`<nav class="book-turn" aria-labelledby="times">
    ${earlier ? html`<a class="button small" href="${earlier}">‹ ${words.earlier}</a>` : html`<span></span>`}
    ${later ? html`<a class="button small" href="${later}">${words.later} ›</a>` : ''}
  </nav>`

/** A page with several kinds of meetings: which one? */
export const kindsPage = (page: BookingPage, words: Words, pathOf: (kind: MeetingKind) => string): Html =>
  documentOf(
    words,
    headingOf(page, words),
    html`${headOf(page, words)}
      <div class="book-card">
        <h2 class="book-step">${words.chooseKind}</h2>
        <ul class="book-kinds">
          ${page.kinds.map((kind) => html`<li><a href="${pathOf(kind)}"><span>${sayKind(kind, words)}</span><small>${words.minutes(Math.round(kind.lengthMs / MINUTE_MS))}</small></a></li>`)}
        </ul>
      </div>`,
  )
