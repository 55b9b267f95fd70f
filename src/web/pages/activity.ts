import { html } from 'hono/html'
import type { Done } from '#desk/views/ledger.ts'
import { cleanText } from '#kernel/display.ts'
import { empty, type Html } from './bits.ts'
import { doneLine } from './done.ts'
import { heading } from './layout.ts'

/** What the desk did today, newest first. */
export const activityPage = (
  done: readonly Done[],
  at: {
    zone: string
    nowMs: number /** What the model cost today, in words; null where there is none. */
    cost: string | null
  },
): Html => html`
  <div class="column">
    ${heading('Activity', html`Everything the desk wrote today, read back before it was called done.${at.cost === null ? '' : ` The model: ${at.cost}.`} What the agents go by: <a href="/versions">versions</a>.`)}
    <ul class="panel lines" id="done" data-live="actions">
      ${done.map((one) => doneLine(one, at))}
      ${done.length === 0 ? html`<li data-key="none">${empty('Nothing yet today.', html`Ask the <a href="/">desk</a> to book something; it appears here with its undo.`)}</li>` : ''}
    </ul>
  </div>`

/** The reasons behind a task or an action, line by line. */
export const whyPage = (id: string, lines: readonly string[]): Html => html`
  <div class="column">
    ${heading('Why', html`What was asked, who understood it, and which rule spoke. Reference <code>${id}</code>.`)}
    <ol class="panel why">${lines.map((line) => html`<li>${cleanText(line, { oneLine: true })}</li>`)}</ol>
    <p><a href="/activity">Back to activity</a></p>
  </div>`
