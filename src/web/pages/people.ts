import { html } from 'hono/html'
import type { Viewer } from '#desk/views/viewer.ts'
import type { Contact } from '#kernel/contact.ts'
import { cleanName, cleanText } from '#kernel/display.ts'
import { empty, type Html, initials, pill } from './bits.ts'
import { heading } from './layout.ts'

export interface Member {
  id: string
  name: string
  roles: readonly string[]
  zone: string
  email: string | null
}

export interface PeoplePage {
  viewer: Viewer
  team: readonly Member[]
  contacts: readonly Contact[]
  /** There are more contacts than are shown. */
  more: boolean
  /** A sign-in link just made, and for whom. */
  link: { name: string; address: string } | null
}

/** The team, and who is on file. */
export const peoplePage = ({ viewer, team, contacts, more, link }: PeoplePage): Html => html`
  <div class="column">
    ${heading('People', html`The team stands in your policy; contacts are who counts as a client. New people come in by your <a href="/forms">web forms</a>.`)}
    ${link ? linkPanel(link) : ''}
    <section>
      <h2 class="title">Team</h2>
      <ul class="panel rows">${team.map((one) => memberRow(one, viewer))}</ul>
    </section>
    <section class="after">
      <h2 class="title">Contacts</h2>
      <ul class="panel rows">
        ${contacts.map(contactRow)}
        ${contacts.length === 0 ? html`<li>${empty('Nobody is on file yet.', html`Import a CSV: <code>nightdesk import contacts FILE.csv</code>. Until then everybody outside the team is a stranger.`)}</li>` : ''}
        ${more ? html`<li><p>There are more; the first ${contacts.length} by name are shown.</p></li>` : ''}
      </ul>
    </section>
  </div>`

const memberRow = (one: Member, viewer: Viewer): Html => html`<li>
    <span class="face" aria-hidden="true">${initials(one.name)}</span>
    <div class="row-body">
      <p><strong>${one.name}</strong>${one.id === viewer.id ? ' (you)' : ''} ${one.roles.map((role) => html` ${pill(role, 'calm')}`)}</p>
      <p class="quieter">${one.email ?? 'no address'} · ${one.zone}</p>
    </div>
    ${
      viewer.approver && one.id !== viewer.id
        ? html`<form method="post" action="/people/${one.id}/link"><button class="small">Sign-in link<span class="sr"> for ${one.name}</span></button></form>`
        : ''
    }
  </li>`

const contactRow = (one: Contact): Html => html`<li>
    <span class="face outside" aria-hidden="true">${initials(one.name ?? '?')}</span>
    <div class="row-body">
      <p><strong>${one.name ? cleanName(one.name) : '(no name)'}</strong>${one.company ? html`, ${cleanText(one.company, { oneLine: true, maxLength: 80 })}` : ''}</p>
      <p class="quieter">${[...one.emails, ...one.phones].map((address) => cleanText(address, { oneLine: true })).join(' · ') || 'no address'}</p>
    </div>
    ${one.status ? pill(cleanText(one.status, { oneLine: true, maxLength: 40 }), 'calm') : ''}
  </li>`

const linkPanel = ({
  name,
  address,
}: {
  name: string
  address: string
}): Html => html`<div class="panel link-panel" role="status">
    <p><strong>A sign-in link for ${name}.</strong> It works once, for a day, and signs in as ${name}: send it to nobody else.</p>
    <label class="sr" for="link">Sign-in link</label>
    <input id="link" readonly value="${address}" data-select />
  </div>`
