import { html } from 'hono/html'
import type { Contact } from '#kernel/contact.ts'
import { cleanName } from '#kernel/display.ts'
import type { Html } from './bits.ts'
import { conversation, type Talk } from './conversation.ts'
import { heading } from './layout.ts'

/** Whom the member plays. */
export interface Persona {
  kind: 'client' | 'stranger'
  /** Contact id, or the stranger's name. */
  id: string
  name: string
}

export interface TryPage {
  persona: Persona | null
  contacts: readonly Contact[]
  talk: Omit<Talk, 'opening' | 'placeholder' | 'speaker'>
}

/** Speak to the desk as somebody from outside would. */
export const tryPage = ({ persona, contacts, talk }: TryPage): Html => html`
  <div class="column">
    ${heading('Rehearse', 'Speak to your desk as a client or a stranger would. It is marked simulated and cannot decide anything, but what the desk books is real: undo it under Activity.')}
    <form class="panel personas" method="get" action="/try">
      <p class="field">
        <label for="client">A client on file</label>
        <select id="client" name="client">
          <option value="">Choose…</option>
          ${contacts.map((one) => html`<option value="${one.id}" ${persona?.kind === 'client' && persona.id === one.id ? html`selected` : ''}>${cleanName(one.name ?? one.id)}${one.company ? `, ${one.company}` : ''}</option>`)}
        </select>
      </p>
      <p class="field">
        <label for="stranger">or a stranger called</label>
        <input id="stranger" name="stranger" maxlength="60" autocomplete="off" value="${persona?.kind === 'stranger' ? persona.name : ''}" placeholder="Dana Field" />
      </p>
      <button>Speak as them</button>
    </form>
    ${
      persona
        ? html`<p class="speaking">Speaking as <strong>${persona.kind === 'client' ? persona.name : `a stranger who says "${persona.name}"`}</strong> <span class="pill wait">simulated</span></p>
            ${conversation({ ...talk, speaker: persona.name, placeholder: `Write as ${persona.name}…`, opening: opening(talk.earlier) })}`
        : ''
    }
  </div>`

const EXAMPLES = [
  'Could we meet on Thursday at 2pm for half an hour?',
  'Please move our call to next week',
  'What is in Sam’s calendar tomorrow?',
]

const opening = (base: string): Html => html`<div class="opening">
    <p class="empty-title">What would they write?</p>
    <ul class="examples">
      ${EXAMPLES.map((text) => html`<li><a class="choice" href="${base}&say=${encodeURIComponent(text)}" data-say="${text}">${text}</a></li>`)}
    </ul>
  </div>`
