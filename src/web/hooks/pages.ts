import { html } from 'hono/html'
import { cleanText } from '#kernel/display.ts'
import { documentOf } from '../booking/pages/frame.ts'
import { type Html, hidden } from '../pages/bits.ts'
import { LONGEST_FIELD, type Post } from './read/meaning.ts'
import { ID_FIELD, TICKET_FIELD, TRAP_FIELD } from './reserved.ts'
import type { Words } from './words.ts'

/** A form of the desk's own, empty or as somebody filled it in. */
export interface FormPage {
  company: string
  words: Words
  /** Path it is sent to. */
  action: string
  ticket: string
  /** What was written; null on an empty one. */
  post: Post | null
  /** What has to be mended. */
  problem: string | null
}

/** The form as a page: for whoever has its address, and for posts that have to be looked over once more. */
export const formPage = ({ company, words, action, ticket, post, problem }: FormPage): Html => {
  const said = post?.said
  const main = html`<header class="book-head"><p class="book-company">${company}</p><h1>${words.title(company)}</h1></header>
    <div class="book-card">
      ${problem === null ? '' : html`<p class="problem" role="alert">${problem}</p>`}
      <form class="book-form" method="post" action="${action}" accept-charset="utf-8">
        ${field('name', words.name, said?.name, { autocomplete: 'name' })}
        ${field('email', words.email, said?.email, { autocomplete: 'email', type: 'email' })}
        ${field('phone', words.phone, said?.phone, { autocomplete: 'tel', type: 'tel' })}
        ${field('company', words.company, said?.company, { autocomplete: 'organization' })}
        <div><label for="message">${words.message}</label><textarea id="message" name="message" rows="6" maxlength="20000" required>${said?.message ?? ''}</textarea></div>
        <div hidden><label for="trap">${words.empty}</label><input id="trap" name="${TRAP_FIELD}" tabindex="-1" autocomplete="off" /></div>
        ${post === null ? '' : kept(post)}${hidden(TICKET_FIELD, ticket)}
        <button class="primary">${words.send}</button>
      </form>
    </div>`
  return documentOf(words, words.title(company), main)
}

/** What the page has no boxes for goes along as it is. */
const kept = ({ said, rest, id }: Post): Html => {
  const more = Object.entries({ role: said.role, subject: said.subject, language: said.language, [ID_FIELD]: id })
  return html`${[...rest, ...more].map(([name, value]) => (value === null ? '' : hidden(name, value)))}`
}

const field = (
  name: string,
  label: string,
  value: string | null | undefined,
  { autocomplete, type = 'text' }: { autocomplete: string; type?: string },
): Html =>
  html`<div><label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" maxlength="${LONGEST_FIELD}" value="${value ?? ''}" /></div>`

/** What is said to a form that was taken; the answer stands on it where there is one already. */
export const thanksPage = (words: Words, company: string, reply: string | null): Html =>
  notePage(
    words,
    company,
    words.thanksTitle,
    html`<p>${words.thanks}</p>${reply === null ? '' : html`<div class="book-said">${cleanText(reply)}</div>`}`,
  )

/** A page with one sentence on it. */
export const sentencePage = (words: Words, company: string, sentence: string): Html =>
  notePage(words, company, sentence, '')

const notePage = (words: Words, company: string, title: string, body: Html | ''): Html =>
  documentOf(
    words,
    title,
    html`<header class="book-head"><p class="book-company">${company}</p></header>
      <div class="book-card note"><h1>${title}</h1>${body}</div>`,
  )
