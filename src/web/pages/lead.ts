import { html } from 'hono/html'
import type { LeadView } from '#desk/views/leads.ts'
import { cleanText } from '#kernel/display.ts'
import { sayMoney } from '#kernel/money.ts'
import { empty, type Html, moment, pill } from './bits.ts'
import { heading } from './layout.ts'
import { companyOf, nameOfLead } from './leads.ts'

export interface LeadPage extends LeadView {
  nameOf(owner: string): string
  zone: string
  nowMs: number
}

/** One lead: what it is, why it has its points, what it said in its own words, what was done. */
export const leadPage = (page: LeadPage): Html => html`
  <div class="column">
    ${heading(nameOfLead(page.lead) + companyOf(page.lead), page.lead.ask === null ? 'They have not said yet what they want.' : html`“${said(page.lead.ask, 300)}”`)}
    ${standing(page)}
    ${points(page)}
    ${facts(page)}
    <section class="after">
      <h2 class="title">What was done</h2>
      <ol class="panel rows">
        ${page.history.map(
          ({ action, text, atMs }) =>
            html`<li><div class="row-body"><p>${said(text, 400)}</p><p class="quieter">${moment(atMs, page.zone, page.nowMs)} · <a href="/why/${action}">why<span class="sr">: ${said(text, 60)}</span></a></p></div></li>`,
        )}
        ${page.history.length === 0 ? html`<li>${empty('Nothing yet.', 'It came with an import, or before this desk kept a ledger.')}</li>` : ''}
      </ol>
    </section>
    <p class="after"><a href="/leads">All leads</a></p>
  </div>`

function standing({ lead, takenOver, nameOf, zone, nowMs }: LeadPage): Html {
  const { person, company, amountMinor, currency, period } = lead
  const lines: [string, Html | string | null][] = [
    ['Status', lead.status.replaceAll('_', ' ') + (lead.reason === null ? '' : ` (${said(lead.reason, 120)})`)],
    ['Owner', lead.owner === null ? null : nameOf(lead.owner)],
    ['Role', person.role],
    ['E-mail', person.email],
    ['Phone', person.phone],
    ['People', company.size === null ? null : String(company.size)],
    ['Industry', company.industry],
    ['Region', company.region],
    ['Budget', amountMinor === null || currency === null ? null : sayMoney({ amountMinor, currency }, period)],
    ['Needed by', lead.needBy],
    ['Asked about', lead.asked.length === 0 ? null : lead.asked.join(', ')],
    ['Taken up again', lead.nurtureAt],
    [
      'Answered by',
      takenOver && html`${nameOf(takenOver.by)}, until ${moment(takenOver.untilMs, zone, nowMs)}; the desk keeps out`,
    ],
  ]
  return html`<dl class="panel facts">
    ${lines.map(([name, value]) => (value === null ? '' : html`<div><dt>${name}</dt><dd>${typeof value === 'string' ? said(value, 200) : value}</dd></div>`))}
  </dl>`
}

function points({ lead, nameOf, zone, nowMs }: LeadPage): Html {
  const { score, override } = lead
  if (!score) return html``
  return html`<section class="after">
    <h2 class="title">${score.total} points, ${score.band}</h2>
    ${override ? html`<p>${pill(override.band, 'accent')} ${nameOf(override.by)} said so ${moment(Date.parse(override.at), zone, nowMs)}: “${said(override.reason, 200)}”</p>` : ''}
    <div class="panel scrolls" tabindex="0" role="region" aria-label="Points">
      <table class="figures">
        <thead><tr><th scope="col">Counts</th><th scope="col">Points</th><th scope="col">Their words</th></tr></thead>
        <tbody>
          ${score.factors.map(
            ({ rule, points: got, of, evidence }) =>
              html`<tr><th scope="row">${said(rule, 60).replaceAll('_', ' ')}</th><td>${got}${of > 0 ? ` of ${of}` : ''}</td><td>${evidence === null ? html`<span class="quieter">not known, so half</span>` : html`“${said(evidence, 160)}”`}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

function facts({ lead, zone, nowMs }: LeadPage): Html {
  if (lead.facts.length === 0) return html``
  return html`<section class="after">
    <h2 class="title">What they said</h2>
    <ul class="panel rows">
      ${lead.facts.map(
        (fact) =>
          html`<li><div class="row-body"><p><strong>${said(fact.field, 40).replaceAll('_', ' ')}</strong>: ${said(fact.value, 120)}</p><p class="quieter">“${said(fact.span, 200)}” · ${moment(Date.parse(fact.at), zone, nowMs)}</p></div></li>`,
      )}
    </ul>
  </section>`
}

const said = (text: string, maxLength: number): string => cleanText(text, { oneLine: true, maxLength })
