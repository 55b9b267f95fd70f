import { html } from 'hono/html'
import { type Html, hidden } from './bits.ts'
import { mark } from './icons.ts'

/** The first page of an empty home: look around with a made-up team, or begin with the real one. */
export const setupPage: Html = html`<div class="column hero">
    <div class="hero-mark">${mark}</div>
    <h1>Your desk is open.</h1>
    <p class="hero-line">It keeps calendars, leads and deals, reminds you, and writes to clients. It does what your policy allows, and asks you about the rest.</p>
    <div class="hero-choices">
      <form class="panel" method="post" action="/setup">
        ${hidden('mode', 'demo')}
        <h2>Look around first</h2>
        <p>A made-up team with a week of meetings and a few clients. Nothing leaves this machine.</p>
        <button class="primary">Try with the demo team</button>
      </form>
      <form class="panel" method="post" action="/setup">
        ${hidden('mode', 'real')}
        <h2>Start with your own team</h2>
        <p>Begin with an empty calendar and safe defaults. Your team and its rules go into one readable file.</p>
        <button>Start empty</button>
      </form>
    </div>
  </div>`
