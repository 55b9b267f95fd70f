import { copyFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Home } from '#app/home.ts'
import type { TripPoint } from '#ports/trip.ts'
import { TEAM_POLICY, tempHome } from '../harness/home.ts'
import { inPairs } from '../harness/kill.ts'
import { startServer } from '../harness/server.ts'
import { breachesIn, readOnly } from '../harness/state.ts'

const TIME_LIMIT_MS = 900_000
const MESSAGES = Array.from({ length: 8 }, (_one, at) => ({
  id: `m${at}`,
  text:
    at % 2
      ? `remind me to water plant ${at} tomorrow at ${9 + at}:00`
      : `block tomorrow ${9 + at}:00 for an hour of focus`,
}))

/** Follows the sign-in link that the server printed. */
async function signIn(link: string): Promise<{ origin: string; cookie: string }> {
  const { origin } = new URL(link)
  const answer = await fetch(link, { method: 'POST', headers: { origin }, redirect: 'manual' })
  return {
    origin,
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  }
}

/** Sends messages side by side. @returns how many were acknowledged */
async function post(link: string): Promise<number> {
  const { origin, cookie } = await signIn(link)
  const headers = { origin, cookie, 'content-type': 'application/json' }
  const answers = await Promise.allSettled(
    MESSAGES.map(async (message) => {
      const answer = await fetch(`${origin}/api/messages`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ ...message, wait: 5 }),
      })
      if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`)
    }),
  )
  return answers.filter((one) => one.status === 'fulfilled').length
}

const rowsOf = (home: Home, query: string) => readOnly(home.database, (connection) => connection.prepare(query).all())

const CUTS: readonly [TripPoint, number][] = [
  ['after-journal', 5],
  ['after-plan', 3],
  ['after-port-call', 3],
  ['after-read-back', 4],
  ['after-outbox-send', 2],
]

test(
  'the server may be killed under messages that come side by side: sent again, each is one task and one answer',
  async () => {
    await inPairs(CUTS, async ([point, nth]) => {
      const home = tempHome()
      copyFileSync(TEAM_POLICY, home.policy)
      const first = startServer(home, { PORT: '0', NIGHTDESK_KILL_AT: `${point}:${nth}` })
      expect(await post(await first.link), point).toBeLessThan(MESSAGES.length)
      expect((await first.ended).signal, point).toBe('SIGKILL')

      const second = startServer(home, { PORT: '0' })
      expect(await post(await second.link), point).toBe(MESSAGES.length)
      second.stop()
      expect((await second.ended).stderr, point).toBe('')

      expect(rowsOf(home, "SELECT DISTINCT state FROM inbound WHERE kind = 'message'"), point).toEqual([
        { state: 'done' },
      ])
      expect(rowsOf(home, "SELECT count(*) AS n FROM inbound WHERE kind = 'message'"), point).toEqual([
        { n: MESSAGES.length },
      ])
      expect(rowsOf(home, "SELECT count(*) AS n FROM outbox WHERE key LIKE 'reply:%'"), point).toEqual([
        { n: MESSAGES.length },
      ])
      expect(rowsOf(home, 'SELECT count(*) AS n FROM tasks'), point).toEqual([{ n: MESSAGES.length }])
      expect(breachesIn(home.database, 0), point).toEqual([])
    })
  },
  TIME_LIMIT_MS,
)
