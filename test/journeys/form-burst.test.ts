import { expect, test } from 'vitest'
import { formsDesk, JO } from '#test/harness/forms.ts'

const TIME_LIMIT_MS = 60_000
const POSTS = 150
const headers = { accept: 'application/json' }

test(
  'many posts at once, each sent twice: none is lost, none is there twice, each is answered once and acknowledged first',
  async () => {
    const desk = await formsDesk({ secrets: true })
    const post = (nth: number) => ({
      ...JO,
      email: `jo${nth}@acme.example`,
      message: `Lead ${nth}. ${JO.message}`,
      nd_id: `s${nth}`,
    })
    const send = async (nth: number) => (await desk.send({ body: post(nth), headers })).status
    const numbers = Array.from({ length: POSTS }, (_one, nth) => nth)
    const statuses = await Promise.all([...numbers, ...numbers].map(send))
    expect(new Set(statuses)).toEqual(new Set([200]))
    const journaled = desk.journal().map(({ event }) => event.from.email)
    expect([journaled.length, new Set(journaled).size]).toEqual([POSTS, POSTS])
    await desk.made.desk.drain()
    const count = (query: string) => desk.made.sql.connection.prepare(query).get()
    expect(count("SELECT count(*) AS n FROM inbound WHERE kind = 'message' AND state = 'done'")).toEqual({ n: POSTS })
    expect(count("SELECT count(*) AS n FROM outbox WHERE key LIKE 'reply:%'")).toEqual({ n: POSTS })
    expect(count("SELECT count(DISTINCT conversation) AS n FROM outbox WHERE key LIKE 'reply:%'")).toEqual({ n: POSTS })
  },
  TIME_LIMIT_MS,
)
