import { html } from 'hono/html'
import { sayUsd } from '#desk/views/cost.ts'
import { agentName } from '#desk/views/said.ts'
import type { ShownAgent, ShownDifference, ShownVersion } from '#desk/views/versions.ts'
import { cleanText } from '#kernel/display.ts'
import { type Html, hidden, moment, pill } from './bits.ts'
import { heading } from './layout.ts'

interface At {
  zone: string
  nowMs: number
  /** Whether the viewer may change what is in force. */
  approver: boolean
  /** Names the next change: sent twice, it is one. */
  nextId: string
  /** What the desk answered to the last change; null where there was none. */
  said: string | null
}

/** The versions of the agents: in force, tried, and where a shadow ruled otherwise. */
export const versionsPage = (agents: readonly ShownAgent[], at: At): Html => html`
  <div class="column">
    ${heading('Versions', html`What each agent goes by, and what is tried beside it. <a href="/activity">Back to activity</a>`)}
    ${at.said === null ? '' : html`<p class="panel link-panel" role="status">${oneLine(at.said)}</p>`}
    <div id="versions" data-live="actions conversation">${agents.map((one) => section(one, at))}</div>
  </div>`

const section = (one: ShownAgent, at: At): Html => html`
  <section class="after" aria-labelledby="of-${one.agent}">
    <h2 class="title" id="of-${one.agent}">${agentName(one.agent)}</h2>
    <ul class="panel rows">
      <li><div class="row-body">
        <p><strong>${one.active.version}</strong> ${pill('in force', 'yes')}
          <span class="quieter">${one.since === null ? 'as it came' : html`since ${moment(one.since.atMs, at.zone, at.nowMs)} by ${one.since.by}`} · pack <code>${one.active.hash}</code></span></p>
        <p class="quieter">${outcomes(one.active)}</p>
      </div></li>
      ${
        one.trial === null
          ? ''
          : html`<li><div class="row-body">
        <p><strong>${one.trial.version}</strong> ${pill('tried', 'wait')} <span class="quieter">${one.trial.said} · pack <code>${one.trial.hash}</code></span></p>
        <p class="quieter">${outcomes(one.trial)}</p>
      </div></li>`
      }
    </ul>
    ${at.approver ? changes(one, at.nextId) : ''}
    ${one.shadow === null ? '' : shadow(one.shadow)}
  </section>`

const outcomes = ({ outcomes: { ended, bad, usdMicros } }: ShownVersion): string =>
  ended === 0
    ? 'No task has ended on it yet.'
    : `Of its last ${ended} tasks ${bad} were undone, edited or failed${usdMicros === 0 ? '' : `; the model cost ${sayUsd(usdMicros)} for them`}.`

/** Each button says to the desk what a member would type. */
const changes = ({ agent, active, back, trial, others }: ShownAgent, nextId: string): Html => {
  const change = (text: string, name: string): Html =>
    html`<form method="post" action="/versions">${hidden('id', nextId)}${hidden('text', text)}<button class="small" aria-label="${agentName(agent)}: ${name}">${name}</button></form>`
  return html`<div class="version-changes">
    ${back === null ? '' : change(`rollback ${agent}`, back === active.version ? `End the trial, stay on ${back}` : `Back to ${back}`)}
    ${trial === null ? '' : change(`use ${agent} ${active.version}`, 'End what is tried')}
    ${others.map((version) => [
      trial?.version === version ? '' : change(`try ${agent} ${version} in shadow`, `Try ${version} in the shadow`),
      change(`use ${agent} ${version}`, `Use ${version}`),
    ])}
  </div>`
}

const shadow = ({ version, runs, different, differences }: NonNullable<ShownAgent['shadow']>): Html => html`
  <h3 class="title after">In the shadow: ${version}</h3>
  <p>It ran beside ${runs} task${runs === 1 ? '' : 's'}, acting on nothing, and ruled otherwise on ${different}.</p>
  ${differences.length === 0 ? '' : html`<ul class="panel rows">${differences.map(difference)}</ul>`}`

const difference = ({ task, text, was, would }: ShownDifference): Html => html`<li><div class="row-body">
    <p><strong>${text === '' ? 'erased' : oneLine(text)}</strong> <a href="/why/${task}"><code>${task}</code></a></p>
    <p class="quieter">Was: ${oneLine(was)}</p>
    <p class="quieter">It: ${oneLine(would)}</p>
  </div></li>`

const LONGEST_SHOWN = 400
const oneLine = (text: string): string => cleanText(text, { oneLine: true, maxLength: LONGEST_SHOWN })
