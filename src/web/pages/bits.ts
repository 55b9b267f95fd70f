import { html } from 'hono/html'
import { sayMoment, toIso, wallDay } from '#kernel/time.ts'

/** A piece of a page. What is put into one is escaped, always. */
export type Html = ReturnType<typeof html>

/** `09:31` on the wall of a zone. */
export const clockText = (ms: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(ms)

/** A moment as people say it: the clock today, `yesterday 09:31`, `tomorrow 09:31`, else the date too. */
export function momentText(ms: number, zone: string, nowMs: number): string {
  const dayOf = (plus: number) => wallDay(nowMs, zone, plus).startMs
  const clock = clockText(ms, zone)
  if (ms >= dayOf(0) && ms < dayOf(1)) return clock
  if (ms >= dayOf(1) && ms < dayOf(2)) return `tomorrow ${clock}`
  if (ms >= dayOf(-1) && ms < dayOf(0)) return `yesterday ${clock}`
  return sayMoment(ms, zone, nowMs)
}

/** A moment as an element that also says it exactly. */
export const moment = (ms: number, zone: string, nowMs: number): Html =>
  html`<time datetime="${toIso(ms)}" title="${sayMoment(ms, zone, nowMs)}">${momentText(ms, zone, nowMs)}</time>`

/** A small coloured word. Tones are backed by the word itself, never by colour alone. */
export type Tone = 'calm' | 'yes' | 'wait' | 'no' | 'accent'
export const pill = (text: string, tone: Tone): Html => html`<span class="pill ${tone}">${text}</span>`

/** `MC` of `Mia Chen`. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
    .slice(0, 2)
    .join('')
    .toUpperCase()

/** What stands where there is nothing yet, and what to do about it. */
export const empty = (title: string, body: Html | string): Html =>
  html`<div class="empty"><p class="empty-title">${title}</p><p>${body}</p></div>`

/** A secret-looking form field the browser never fills in. */
export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" autocomplete="off" />`

/** Where a form's failure is told without leaving the page. */
export const problemSlot: Html = html`<p class="problem" role="alert" hidden></p>`
