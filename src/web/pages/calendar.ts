import { html } from 'hono/html'
import type { Day, Meeting } from '#desk/views/week.ts'
import { clockText, empty, type Html, pill } from './bits.ts'
import { heading } from './layout.ts'

export interface WeekPage {
  days: readonly Day[]
  zone: string
  /** `YYYY-MM-DD` inside the week before, and after. */
  before: string
  after: string
  /** The panels under the week. */
  links: Html
  feeds: Html
}

/** The team's week: seven columns on a wide screen, a list on a narrow one. */
export const calendarPage = ({ days, zone, before, after, links, feeds }: WeekPage): Html => html`
  <div class="wide">
    <div class="heading-row">
      ${heading('Calendar', `${span(days, zone)} · times in ${zone}`)}
      <nav class="week-nav" aria-label="Week">
        <a class="button" href="/calendar?on=${before}">Earlier<span class="sr"> week</span></a>
        <a class="button" href="/calendar">This week</a>
        <a class="button" href="/calendar?on=${after}">Later<span class="sr"> week</span></a>
      </nav>
    </div>
    ${
      days.every((day) => day.meetings.length === 0)
        ? html`<div class="panel">${empty('A clear week.', html`Try <a href="/?say=${encodeURIComponent('Book 30 min with myself tomorrow at 10 for planning')}">booking something</a>, or import your calendar: <code>nightdesk import calendar FILE.ics</code>`)}</div>`
        : ''
    }
    <ol class="week" id="week" data-live="actions">
      ${days.map((day) => dayColumn(day, zone))}
    </ol>
    <p class="foot"><a href="/api/calendar.ics" download>Download the calendar (ICS)</a></p>
    ${links}
    ${feeds}
  </div>`

const dayColumn = (day: Day, zone: string): Html => html`<li
    class="day${day.today ? ' today' : ''}${day.meetings.length === 0 ? ' clear' : ''}"
    data-key="${day.date}"
    data-version="${day.meetings.map((one) => `${one.id}${one.startMs}${one.endMs}${one.title}`).join('|')}"
  >
    <h2><time datetime="${day.date}">${format(day.startMs, zone, { weekday: 'short' })} <b>${format(day.startMs, zone, { day: 'numeric' })}</b></time>${day.today ? html`<span class="sr"> (today)</span>` : ''}</h2>
    ${day.meetings.length === 0 ? html`<p class="day-clear">Clear</p>` : html`<ul>${day.meetings.map((one) => meeting(one, zone))}</ul>`}
  </li>`

const meeting = (
  one: Meeting,
  zone: string,
): Html => html`<li class="meeting${one.mine ? ' mine' : ''}${one.tentative ? ' tentative' : ''}">
    <p class="meeting-time">${one.allDay ? 'All day' : `${clockText(one.startMs, zone)} to ${clockText(one.endMs, zone)}`}</p>
    <p class="meeting-title">${one.title}</p>
    ${one.with.length > 0 ? html`<p class="meeting-with">${one.with.join(', ')}</p>` : ''}
    ${one.location ? html`<p class="meeting-with">${one.location}</p>` : ''}
    ${one.byDesk ? pill('by the desk', 'accent') : ''}${one.tentative ? pill('tentative', 'wait') : ''}
  </li>`

const format = (ms: number, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(ms)

function span(days: readonly Day[], zone: string): string {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  const options = { day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).formatRange(first.startMs, last.startMs)
}
