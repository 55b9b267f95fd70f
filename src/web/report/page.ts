import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { html, raw } from 'hono/html'
import { cleanText } from '#kernel/display.ts'
import { HOUSE_FOLDER } from '../assets.ts'
import { type Html, pill, type Tone } from '../pages/bits.ts'

/** A message that came out otherwise than told. */
export interface Miss {
  id: string
  said: string
  /** What became of it, and how that looks. */
  verdict: string
  tone: Tone
  /** By which rungs it was answered. */
  by: string
  why: readonly string[]
}

/** A page of figures that stands in a file of its own. */
export interface Report {
  title: string
  /** Lines under the title: when, with what, how much it cost. */
  lines: readonly string[]
  columns: readonly string[]
  /** Cells of each row; so many of the first are words, the others figures. */
  rows: readonly (readonly string[])[]
  words: number
  /** Misses under the name of their set and agent. */
  misses: readonly { name: string; list: readonly Miss[] }[]
}

const SHEETS = [
  join(HOUSE_FOLDER, '1-base.css'),
  join(HOUSE_FOLDER, '3-parts.css'),
  join(import.meta.dirname, 'report.css'),
]

/** The whole document: no script, and nothing that is fetched; light or dark as the reader's system is. */
export function reportPage({ title, lines, columns, rows, words, misses }: Report): Html {
  const style = SHEETS.map((file) => readFileSync(file, 'utf8')).join('\n')
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
    <title>${title} · Nightdesk</title>
    <style>${raw(style)}</style>
  </head>
  <body>
    <main class="wide report">
      <div class="heading"><h1>${title}</h1>${lines.map((line) => html`<p>${line}</p>`)}</div>
      <div class="panel report-scroll" tabindex="0" role="region" aria-label="Figures">
        <table>
          <thead><tr>${columns.map((name, at) => html`<th scope="col" class="${at < words ? '' : 'figure'}">${name}</th>`)}</tr></thead>
          <tbody>${rows.map((cells) => html`<tr>${cells.map((cell, at) => html`<td class="${at < words ? '' : 'figure'}">${cell}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
      <h2 class="after title">Misses</h2>
      ${misses.length === 0 ? html`<div class="panel empty"><p class="empty-title">None: everything came out as told.</p></div>` : ''}
      <div class="stack">${misses.map(missGroup)}</div>
    </main>
  </body>
</html>`
}

const missGroup = ({ name, list }: Report['misses'][number]): Html => html`<details class="panel report-group">
    <summary>${name} <span class="quieter">${list.length}</span></summary>
    <ul>${list.map(missLine)}</ul>
  </details>`

const missLine = ({ id, said, verdict, tone, by, why }: Miss): Html => html`<li>
    <p class="report-said">${cleanText(said)}</p>
    <p class="quieter">${pill(verdict, tone)} ${by} · ${id}</p>
    ${why.map((line) => html`<p class="report-why">${cleanText(line)}</p>`)}
  </li>`
