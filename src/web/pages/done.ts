import { html } from 'hono/html'
import type { Done } from '#desk/views/ledger.ts'
import { clockText, type Html, pill } from './bits.ts'
import { undoButton } from './conversation.ts'

/** Something the desk did, in one line, with its undo and its reasons. */
export const doneLine = (done: Done, { zone, nowMs }: { zone: string; nowMs: number }): Html => html`<li
    class="done${done.undone ? ' undone' : ''}"
    data-key="${done.action}"
    data-version="${done.undone ? 'undone' : 'done'} ${done.undoUntilMs ?? ''}"
  >
    <time>${clockText(done.atMs, zone)}</time>
    <div>
      <p class="done-what">${done.sentence}</p>
      <p class="done-who">
        for ${done.who} ${done.simulated ? pill('simulated', 'calm') : ''}${done.undone ? pill('undone', 'calm') : ''}
        <a href="/why/${done.action}">Why<span class="sr">: ${done.sentence}</span></a>
      </p>
    </div>
    ${
      done.undoUntilMs === null
        ? ''
        : undoButton({ action: done.action, label: 'Undo', untilMs: done.undoUntilMs }, nowMs)
    }
  </li>`
