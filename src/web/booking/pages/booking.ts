import { html } from 'hono/html'
import type { BookingPage } from '#desk/booking/pages.ts'
import type { Standing } from '#desk/booking/standing.ts'
import { type Html, pill, type Tone } from '../../pages/bits.ts'
import { clockIn, dayIn, hoursIn, type Reader } from '../times.ts'
import type { Words } from '../words.ts'
import { documentOf, headOf, joined, notePage, sayKind } from './frame.ts'

/** The form as it was filled in, with what is wrong with it. */
export interface Filled {
  name: string
  email: string
  note: string
  problem: string | null
}
export const NOTHING_FILLED: Filled = { name: '', email: '', note: '', problem: null }

/** The page of one booking, from the held time to the end. */
export interface OwnPage {
  standing: Standing
  page: BookingPage
  words: Words
  locale: string
  /** Path of this page. */
  at: string
  /** Path of the times to choose from. */
  times: string
  filled: Filled
}

const TONES: Record<Standing['state'], Tone> = {
  held: 'accent',
  mailed: 'wait',
  requested: 'wait',
  booked: 'yes',
  asked_to_cancel: 'wait',
  cancelled: 'calm',
  declined: 'no',
  taken_over: 'wait',
  gone: 'no',
  expired: 'no',
  left: 'calm',
}

/** How a booking stands, and what its visitor can do about it. */
export const bookingPage = (view: OwnPage): Html => {
  const { standing, page, words, locale } = view
  const { state, booking } = standing
  const names = joined(
    page.people.map((person) => person.name),
    words,
  )
  const said = words.states[state]
  const reader: Reader = { locale, zone: booking.zone }
  const text =
    state === 'held' ? words.keptUntil(clockIn(booking.untilMs, reader)) : said.text(standing.decider ?? names)
  const main = html`${headOf(page, words)}
    <div class="book-card">
      <p class="book-state">${pill(said.title, TONES[state])}</p>
      <dl class="book-what">
        <div><dt class="sr">${words.chooseKind}</dt><dd>${sayKind({ type: booking.type }, words)}, ${words.with(names)}</dd></div>
        <div><dt class="sr">${words.chooseTime}</dt><dd class="book-when"><strong>${dayIn(standing.startMs, reader)}</strong><strong>${hoursIn(standing, reader)}</strong><small>${booking.zone.replaceAll('_', ' ')}</small></dd></div>
      </dl>
      <p class="book-says" role="status">${text}</p>
      ${state === 'held' ? formOf(view) : ''}
      <div class="book-next">${nextSteps(view)}</div>
    </div>`
  return documentOf(words, `${said.title} · ${page.company}`, main)
}

/** Nothing but a name and an address is asked for. The last field is for programs, which fill in everything. */
const formOf = ({ words, at, filled }: OwnPage): Html => html`<form method="post" action="${at}" class="book-form">
    ${filled.problem ? html`<p class="problem" role="alert">${filled.problem}</p>` : ''}
    <div class="field"><label for="name">${words.yourName}</label><input id="name" name="name" autocomplete="name" required maxlength="80" value="${filled.name}" /></div>
    <div class="field"><label for="email">${words.yourEmail}</label><input id="email" name="email" type="email" inputmode="email" autocomplete="email" required maxlength="200" value="${filled.email}" /></div>
    <div class="field"><label for="note">${words.yourNote}</label><textarea id="note" name="note" rows="3" maxlength="1000">${filled.note}</textarea></div>
    <div class="book-trap" aria-hidden="true"><label for="fax">${words.emptyField}</label><input id="fax" name="fax" tabindex="-1" autocomplete="off" /></div>
    <button class="primary">${words.request}</button>
  </form>`

function nextSteps({ standing, words, at, times }: OwnPage): Html {
  const { state, canLeave } = standing
  const leave = (name: string, quiet: boolean) =>
    html`<form method="post" action="${at}/cancel"><button class="${quiet ? 'quiet small' : 'small'}">${name}</button></form>`
  if (state === 'held')
    return html`<a class="button small" href="${times}">${words.anotherTime}</a>${leave(words.giveUp, true)}`
  if (state === 'booked')
    return html`<a class="button small" href="${at}/invite.ics">${words.addToCalendar}</a>${canLeave ? leave(words.cancelMeeting, true) : ''}`
  if (state === 'requested' || state === 'mailed' || state === 'asked_to_cancel' || state === 'taken_over')
    return html`<a class="button small" href="${at}">${words.lookAgain}</a>${canLeave ? leave(words.takeBack, true) : ''}`
  return html`<a class="button small" href="${times}">${words.anotherTime}</a>`
}

/** What a mailed link shows. Looking sends nothing: previews of links look too. */
export const confirmPage = (words: Words, when: string, at: string): Html =>
  notePage(
    words,
    words.confirmTitle,
    html`<h1>${words.confirmTitle}</h1>
      <p><strong>${when}</strong></p>
      <p>${words.confirmText}</p>
      <form method="post" action="${at}"><button class="primary">${words.confirm}</button></form>`,
  )

/** One sentence, where there is nothing to do. */
export const sentencePage = (words: Words, sentence: string, way: { path: string; name: string } | null): Html =>
  notePage(
    words,
    sentence,
    html`<h1 class="book-sentence">${sentence}</h1>${way ? html`<p><a class="button" href="${way.path}">${way.name}</a></p>` : ''}`,
  )
