import { html } from 'hono/html'
import { heardMs, SHELVES, type Shelf } from '#desk/views/leads.ts'
import type { SpeedToLead } from '#desk/views/speed-to-lead.ts'
import { cleanText } from '#kernel/display.ts'
import type { Lead } from '#kernel/lead.ts'
import { recordName } from '#kernel/record-name.ts'
import { empty, type Html, moment, pill, type Tone } from './bits.ts'
import { heading } from './layout.ts'

export interface LeadsPage {
  shelves: ReadonlyMap<Shelf, readonly Lead[]>
  speed: { today: SpeedToLead; month: SpeedToLead }
  /** As the policy writes it: `60s`. */
  answerWithin: string
  nameOf(owner: string): string
  zone: string
  nowMs: number
}

const TITLES: Record<Shelf, string> = {
  hot: 'Hot',
  warm: 'Warm',
  cold: 'Cold',
  out: 'Out',
  closed: 'Closed, and what was no lead',
}
const TONES: Record<Shelf, Tone> = { hot: 'accent', warm: 'yes', cold: 'calm', out: 'calm', closed: 'calm' }
const MOST_SHOWN = 50

/** Who may become a client, by how good they look, and how soon they were answered. */
export const leadsPage = (page: LeadsPage): Html => html`
  <div class="column">
    ${heading('Leads', 'Whoever wrote from outside and may become a client: scored by your policy, given to one of you.')}
    ${speedPanel(page)}
    ${SHELVES.map((shelf) => shelfPart(shelf, page))}
    ${[...page.shelves.values()].every((leads) => leads.length === 0) ? empty('No leads yet.', html`They come by your form, your number or your mail; a member writes one down with <code>/lead jo@acme.example wants a demo</code>.`) : ''}
  </div>`

function shelfPart(shelf: Shelf, page: LeadsPage): Html {
  const leads = page.shelves.get(shelf) ?? []
  if (leads.length === 0) return html``
  const shown = leads.slice(0, MOST_SHOWN)
  return html`<section class="after">
    <h2 class="title">${TITLES[shelf]} <span class="quieter">${leads.length}</span></h2>
    <ul class="panel rows">${shown.map((lead) => leadRow(lead, shelf, page))}</ul>
    ${leads.length > shown.length ? html`<p class="quieter">The first ${shown.length} are shown.</p>` : ''}
  </section>`
}

function leadRow(lead: Lead, shelf: Shelf, { nameOf, zone, nowMs }: LeadsPage): Html {
  const heard = heardMs(lead)
  const status = shelf === 'closed' ? [lead.class, lead.status] : [lead.status]
  return html`<li>
    <div class="row-body">
      <p><strong><a href="/leads/${lead.id}">${nameOfLead(lead)}</a></strong>${companyOf(lead)}</p>
      <p class="quieter">${[...new Set(status)].join(', ').replaceAll('_', ' ')}${lead.owner === null ? '' : html` · ${nameOf(lead.owner)}`}${heard === null ? '' : html` · ${moment(heard, zone, nowMs)}`}</p>
    </div>
    ${lead.score ? pill(`${lead.score.total} points`, TONES[shelf]) : ''}
  </li>`
}

/** How a lead is called on a page. */
export const nameOfLead = (lead: Lead): string => recordName('lead', { ...lead }) ?? 'No name yet'

export const companyOf = (lead: Lead): string => {
  const company = lead.company.name ?? lead.company.domain
  return company === null || company === nameOfLead(lead)
    ? ''
    : `, ${cleanText(company, { oneLine: true, maxLength: 80 })}`
}

const speedPanel = ({ speed, answerWithin }: LeadsPage): Html => html`<section>
    <h2 class="title">Speed to lead</h2>
    <div class="panel scrolls" tabindex="0" role="region" aria-label="Speed to lead">
      <table class="figures">
        <thead><tr><th scope="col">First answer</th><th scope="col">Today</th><th scope="col">30 days</th></tr></thead>
        <tbody>
          ${speedRow('Answered', speed, (one) => `${one.answered} of ${one.leads}`)}
          ${speedRow('Half of them within', speed, ({ medianMs }) => waitText(medianMs))}
          ${speedRow('95 of 100 within', speed, ({ p95Ms }) => waitText(p95Ms))}
          ${speedRow('Slowest', speed, ({ slowestMs }) => waitText(slowestMs))}
          ${speedRow(`Within ${answerWithin}`, speed, ({ withinShare }) => (withinShare === null ? '-' : `${Math.round(withinShare * 100)}%`))}
        </tbody>
      </table>
    </div>
  </section>`

const speedRow = (name: string, { today, month }: LeadsPage['speed'], say: (one: SpeedToLead) => string): Html =>
  html`<tr><th scope="row">${name}</th><td>${say(today)}</td><td>${say(month)}</td></tr>`

/** `0.4 s`, `12 s`, `3 min`, `2 h`; a dash for nothing. */
function waitText(ms: number | null): string {
  if (ms === null) return '-'
  const seconds = ms / 1000
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`
  if (seconds < 120) return `${Math.round(seconds)} s`
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}
