import { html } from 'hono/html'
import type { Viewer } from '#desk/views/viewer.ts'
import type { Html } from './bits.ts'
import { mark } from './icons.ts'
import { documentOf, type Theme } from './layout.ts'

const doorPage = (title: string, theme: Theme, inside: Html): Html =>
  documentOf(title, theme, html`<main class="door" id="main"><div class="door-card">${mark}${inside}</div></main>`)

/** What a sign-in link shows. Looking signs nobody in: previews of links look too. */
export const signInPage = (viewer: Viewer, path: string, theme: Theme): Html =>
  doorPage(
    'Sign in',
    theme,
    html`<h1>Nightdesk</h1>
      <p>This link signs you in once, on this browser.</p>
      <form method="post" action="${path}"><button class="primary">Continue as ${viewer.name}</button></form>
      <p class="quieter">Not you? Close this page; the link stays unused.</p>`,
  )

/** A failure as a page: the sentence, and a way on. */
export const problemPage = (sentence: string, theme: Theme, way: { path: string; name: string }): Html =>
  doorPage(
    'That did not work',
    theme,
    html`<h1>That did not work</h1>
      <p role="alert">${sentence}</p>
      <p><a class="button" href="${way.path}">${way.name}</a></p>`,
  )

/** Nobody is signed in. A link from another site comes without the cookie, hence "Continue". */
export const closedPage = (sentence: string, path: string, theme: Theme): Html =>
  doorPage(
    'Sign in',
    theme,
    html`<h1>Nightdesk</h1>
      <p>${sentence}</p>
      <p><a class="button" href="${path}">Already signed in? Continue</a></p>`,
  )
