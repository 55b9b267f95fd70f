import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openHome } from '#app/home.ts'
import { freePort } from './free-port.ts'
import { leadFields } from './leads.ts'
import { percentiles, round } from './measure.ts'
import { type Running, start } from './running.ts'

const SITE = 'http://localhost'
const BURST = 1_000
const A_SECOND = 20
const SECONDS = 60
/** How long the program rests before its memory is read. */
const REST_S = 10
/** When answers that do not come are waited for no longer. */
const GIVE_UP_S = 120

const POLICY = `version: 1
company: {name: Bench, timezone: Europe/London, currency: EUR}
people:
  - {id: mia, name: Mia Chen, roles: [founder, approver], email: mia@bench.example}
  - {id: sam, name: Sam Reed, roles: [sales], email: sam@bench.example}
forms:
  contact: {origins: [${SITE}], per_hour: 10000, per_hour_all: 100000}
`

/** One burst: everything posted at once. */
export interface Burst {
  posts: number
  /** From the first post to the last acknowledgement, seconds. */
  acknowledgedS: number
  /** From the first post until the desk was done with the last one, its reply in the outbox, seconds. */
  answeredS: number
  /** Replies; pitches and their like get none. */
  replies: number
  lost: number
  twice: number
  /** Resident memory some seconds after; null where the system does not say. */
  residentMb: number | null
}

export interface Forms {
  first: Burst
  steady: { posts: number; p50: number; p99: number; slowest: number; unanswered: number }
  second: Burst
}

/** Posts leads to the real program as browsers do, and measures it from outside: a burst, a steady minute, and a burst again. */
export async function forms(say: (line: string) => void): Promise<Forms> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-forms-'))
  const home = openHome(folder)
  writeFileSync(home.policy, POLICY)
  const port = await freePort()
  const running = await start(folder, { PUBLIC_PORT: String(port) })
  const database = new DatabaseSync(home.database, { readOnly: true })
  try {
    const post = await poster(`http://127.0.0.1:${port}/hooks/form/contact`)
    const first = await burst({ post, database, running, from: 0 })
    say(sayBurst('first burst', first))
    const steady = await steadily(post, database, BURST)
    say(
      `${A_SECOND} a second for ${SECONDS} s: p50 ${round(steady.p50, 0)} ms, p99 ${round(steady.p99, 0)} ms, slowest ${round(steady.slowest, 0)} ms from post to reply in the outbox; ${steady.unanswered} of ${steady.posts} are nobody's to answer`,
    )
    const second = await burst({ post, database, running, from: BURST + A_SECOND * SECONDS })
    say(sayBurst('second burst', second))
    return { first, steady, second }
  } finally {
    database.close()
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const sayBurst = (name: string, { posts, acknowledgedS, answeredS, replies, lost, twice, residentMb }: Burst): string =>
  `${name}: ${posts} posts at once, all acknowledged after ${acknowledgedS} s, all answered after ${answeredS} s (${replies} replies, the rest is nobody's to answer); ${lost} lost, ${twice} twice; ${residentMb ?? 'unknown'} MB resident ${REST_S} s later`

type Post = (nth: number) => Promise<void>

/** Posts as a page does: with its Origin, and the ticket that it fetched when it was opened. */
async function poster(address: string): Promise<Post> {
  const answer = await fetch(`${address}/ticket`, { headers: { origin: SITE } })
  const { ticket, minimumTimeMs } = (await answer.json()) as { ticket: string; minimumTimeMs: number }
  await seconds(minimumTimeMs / 1000)
  return async (nth) => {
    const sent = await fetch(address, {
      method: 'POST',
      headers: { origin: SITE, accept: 'application/json' },
      body: new URLSearchParams({ ...leadFields(nth), nd_ticket: ticket }),
    })
    const said = await sent.text()
    if (sent.status !== 200) throw new Error(`post ${nth} was answered ${sent.status}: ${said}`)
  }
}

async function burst({
  post,
  database,
  running,
  from,
}: {
  post: Post
  database: DatabaseSync
  running: Running
  from: number
}): Promise<Burst> {
  const before = countsIn(database)
  const startedMs = performance.now()
  const since = () => round((performance.now() - startedMs) / 1000)
  await Promise.all(Array.from({ length: BURST }, (_one, at) => post(from + at)))
  const acknowledgedS = since()
  while (countsIn(database).done - before.done < BURST && since() < GIVE_UP_S) await seconds(0.05)
  const answeredS = since()
  const { messages, conversations, replies } = countsIn(database)
  await seconds(REST_S)
  return {
    posts: BURST,
    acknowledgedS,
    answeredS,
    replies: replies - before.replies,
    lost: Math.max(0, BURST - (conversations - before.conversations)),
    twice: messages - conversations,
    residentMb: running.residentMb(),
  }
}

async function steadily(post: Post, database: DatabaseSync, from: number): Promise<Forms['steady']> {
  const posts = A_SECOND * SECONDS
  const sentAt = new Map<string, number>()
  const before = countsIn(database).done
  const startedMs = performance.now()
  const all = Array.from({ length: posts }, async (_one, at) => {
    await seconds(at / A_SECOND - (performance.now() - startedMs) / 1000)
    sentAt.set(leadFields(from + at).email ?? '', performance.timeOrigin + performance.now())
    await post(from + at)
  })
  await Promise.all(all)
  for (let waits = 0; countsIn(database).done - before < posts && waits < GIVE_UP_S * 20; waits++) await seconds(0.05)
  const answered = database
    .prepare(
      "SELECT i.body, o.created_ms FROM inbound i JOIN outbox o ON o.key = 'reply:' || i.seq WHERE i.kind = 'message'",
    )
    .all()
  const times = answered.flatMap(({ body, created_ms }) => {
    const { from: sender } = JSON.parse(String(body)) as { from: { id: string } }
    const sent = sentAt.get(sender.id)
    return sent === undefined ? [] : [Number(created_ms) - sent]
  })
  return { posts, ...percentiles(times), slowest: Math.max(...times), unanswered: posts - times.length }
}

function countsIn(database: DatabaseSync): { messages: number; conversations: number; done: number; replies: number } {
  const count = (query: string): number => Number(database.prepare(query).get()?.n)
  return {
    messages: count("SELECT count(*) AS n FROM inbound WHERE kind = 'message'"),
    conversations: count("SELECT count(DISTINCT lane) AS n FROM inbound WHERE kind = 'message'"),
    done: count("SELECT count(*) AS n FROM inbound WHERE kind = 'message' AND state = 'done'"),
    replies: count("SELECT count(*) AS n FROM outbox WHERE key LIKE 'reply:%'"),
  }
}

const seconds = (s: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, s * 1000)))
