import type { DatabaseSync } from 'node:sqlite'

/** What became of the messages that were delivered, as the desk's own store has it. */
export interface Judged {
  /** Messages that are not in the journal. */
  lost: number
  /** Messages of which the provider took no answer. */
  unanswered: number
  /** Answers beyond one a message. */
  twice: number
  /** Messages, or answers, that passed an earlier one of their conversation. */
  outOfOrder: number
  /** From the moment a message bears to the one it was written down at, milliseconds, where ids tell the moment. */
  writtenMs: number[]
}

interface Row {
  lane: string
  body: string
  visible_ms: number
  provider: string | null
}

/** Reads the trip of every message: journal rows in their order, each with what the provider called the answer. */
export function judge(database: DatabaseSync, sent: number): Judged {
  const rows = database
    .prepare(
      "SELECT i.lane, i.body, i.visible_ms, o.provider FROM inbound i LEFT JOIN outbox o ON o.key = 'reply:' || i.seq AND o.state = 'sent' WHERE i.kind = 'message' ORDER BY i.seq",
    )
    .all() as unknown as Row[]
  const answers = rows.flatMap(({ provider }) => provider ?? [])
  let outOfOrder = 0
  const last = new Map<string, { id: string; provider: string }>()
  for (const { lane, body, provider } of rows) {
    const { id } = JSON.parse(body) as { id: string }
    const before = last.get(lane)
    // Ids of one conversation are of one length, and rise.
    if (before && (id <= before.id || (provider !== null && provider <= before.provider))) outOfOrder++
    last.set(lane, { id, provider: provider ?? before?.provider ?? '' })
  }
  return {
    lost: Math.max(0, sent - rows.length),
    unanswered: rows.length - answers.length,
    twice: answers.length - new Set(answers).size,
    outOfOrder,
    writtenMs: rows.map(({ body, visible_ms }) => visible_ms - (JSON.parse(body) as { atMs: number }).atMs),
  }
}

const count = (database: DatabaseSync, query: string): number => Number(database.prepare(query).get()?.n)

/** Whether every message was written down and worked on. */
export const isWorkedOff = (database: DatabaseSync, sent: number): boolean =>
  count(database, "SELECT count(*) AS n FROM inbound WHERE kind = 'message' AND state = 'done'") >= sent

/** Whether the provider has taken every answer, too. */
export const isAnswered = (database: DatabaseSync, sent: number): boolean =>
  isWorkedOff(database, sent) && count(database, "SELECT count(*) AS n FROM outbox WHERE state = 'queued'") === 0
