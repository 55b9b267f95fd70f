import { html } from 'hono/html'
import { LONGEST_FIELD } from './read/meaning.ts'
import { TRAP_FIELD } from './reserved.ts'
import type { Words } from './words.ts'

/**
 * The form as HTML for the team's own page. It is sent as any form where scripts are off; with the script the page stays and
 * the answer appears below the button. The field that people must not fill in is hidden by its attribute, so that neither a
 * stylesheet nor a policy against inline styles can show it, and no reader reads it out.
 * @param base how the public port is reached, without a slash at the end
 */
export function snippetOf({ name, base, words }: { name: string; base: string; words: Words }): string {
  const field = (id: string, label: string, attributes: string): string =>
    `  <p><label for="nd-${id}">${label}</label><br /><input id="nd-${id}" name="${id}" ${attributes} maxlength="${LONGEST_FIELD}" /></p>`
  return `${[
    `<form action="${escaped(base)}/hooks/form/${name}" method="post" accept-charset="utf-8" lang="${words.language}" data-nightdesk>`,
    field('name', words.name, 'autocomplete="name"'),
    field('email', words.email, 'type="email" autocomplete="email" required'),
    field('phone', words.phone, 'type="tel" autocomplete="tel"'),
    field('company', words.company, 'autocomplete="organization"'),
    `  <p><label for="nd-message">${words.message}</label><br /><textarea id="nd-message" name="message" rows="6" maxlength="20000" required></textarea></p>`,
    `  <p hidden><label>${words.empty} <input name="${TRAP_FIELD}" tabindex="-1" autocomplete="off" /></label></p>`,
    `  <p><button>${words.send}</button></p>`,
    '  <p role="status" data-nightdesk-answer></p>',
    '</form>',
    `<script type="module" src="${escaped(base)}/hooks/form.js"></script>`,
  ].join('\n')}\n`
}

const escaped = (text: string): string => String(html`${text}`)
