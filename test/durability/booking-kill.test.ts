import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { TripPoint } from '#ports/trip.ts'
import { JO, startsIn, visitIn } from '../harness/booking.ts'
import { tempHome } from '../harness/home.ts'
import { startServer } from '../harness/server.ts'
import { readOnly } from '../harness/state.ts'

const TIME_LIMIT_MS = 900_000
/** Every day is a working day, so that there is a time whenever this runs. */
const POLICY = `version: 1
company: {name: Northwind Studio, timezone: Europe/London}
people: [{id: mia, name: Mia Chen, email: mia@northwind.example, roles: [approver], working_hours: {mon-sun: "08:00-20:00"}}]
booking: {pages: {mia: {people: [mia], types: [discovery]}}}
`
const CUTS: readonly TripPoint[] = ['after-journal', 'after-plan', 'flag-open']

test.each(CUTS)(
  'killed %s of a visitor’s request: sent again it is one request with its time held',
  async (point) => {
    const home = tempHome()
    writeFileSync(home.policy, POLICY)
    const port = String(26_000 + (process.pid % 6_000))
    const origin = `http://localhost:${port}`
    const post = (path: string, form: Record<string, string>) =>
      fetch(origin + path, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams(form),
        redirect: 'manual',
      })
    const first = startServer(home, { PORT: '0', PUBLIC_PORT: port, NIGHTDESK_KILL_AT: point })
    await first.link
    const page = await (await fetch(`${origin}/book/mia/discovery`)).text()
    const chosen = await post('/book/mia/discovery', { start: startsIn(page)[4] ?? '', visit: visitIn(page) })
    const own = chosen.headers.get('location') ?? ''
    await post(own, JO).catch(() => null)
    expect((await first.ended).signal).toBe('SIGKILL')

    const second = startServer(home, { PORT: '0', PUBLIC_PORT: port })
    await second.link
    expect((await post(own, JO)).status).toBe(303)
    expect(await (await fetch(origin + own)).text()).toContain('Mia Chen will confirm it')
    second.stop()
    expect((await second.ended).stderr).toBe('')
    const rows = readOnly(home.database, (connection) => ({
      flags: connection.prepare('SELECT count(*) AS n FROM flags').get(),
      held: connection.prepare('SELECT count(DISTINCT key) AS n FROM holds').get(),
      action: connection.prepare('SELECT id, status FROM actions').all(),
      hold: connection.prepare('SELECT key FROM holds LIMIT 1').get(),
    }))
    expect([rows.flags, rows.held]).toEqual([{ n: 1 }, { n: 1 }])
    expect(rows.action).toEqual([{ id: rows.hold?.key, status: 'proposed' }])
  },
  TIME_LIMIT_MS,
)
