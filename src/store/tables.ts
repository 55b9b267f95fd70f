import type { Generated } from 'kysely'
import type { ConsentSource } from '#kernel/consent.ts'
import type { Carried } from '#ports/channel.ts'

/** Times are epoch milliseconds, JSON is text, flags are 0 or 1: what SQLite and PostgreSQL agree on. */
export interface StoreTables {
  /** The journal: what came in, and timers as rows that become visible when due. */
  inbound: {
    seq: Generated<number>
    key: string
    lane: string
    kind: string
    state: 'waiting' | 'leased' | 'done' | 'dead'
    visible_ms: number
    lease_ms: number | null
    attempts: number
    body: string
    principal: string
    /** Id of the client on file who wrote it; null for everybody else's, and for what is no message. */
    client: Generated<string | null>
    result: string | null
  }
  tasks: {
    id: string
    inbound: number
    position: number
    parent: string | null
    conversation: string
    channel: string
    agent: string
    agent_version: string
    pack: Generated<string | null>
    pack_hash: Generated<string | null>
    model: Generated<string | null>
    routed_by: Generated<string | null>
    intent: string
    text: string
    principal: string
    status: string
    tier: string
    pointed: Generated<string | null>
    request: string | null
    question: string | null
    answer: string | null
    /** Journal row of the message that answered. */
    answered_by: number | null
    /** What was said of it: lines, choices, undo. */
    said: string | null
    policy: string
    simulated: number
    created_ms: number
    ended_ms: number | null
  }
  /** Plan and ledger in one: a proposed action becomes a done one in place. */
  actions: {
    id: string
    task: string
    position: number
    kind: string
    args: string
    because: string
    verdict: 'do' | 'ask' | 'refuse'
    rule: string
    facts: string
    key: string
    status: 'proposed' | 'intended' | 'done' | 'refused' | 'failed' | 'unsure' | 'queued' | 'undone'
    problem: string | null
    record: string | null
    before: string | null
    after: string | null
    conversation: string
    principal: string
    undo_until_ms: number | null
    performed_ms: number | null
  }
  flags: {
    id: string
    task: string
    reason: string
    /** What dedupes it: a second flag of the same key is added to the open one. */
    key: string
    body: string
    owner: string
    backup: string | null
    state: 'open' | 'decided' | 'expired'
    created_ms: number
    expire_ms: number
    verb: string | null
    decided_by: string | null
    decided_ms: number | null
    /** Journal row of the decision. */
    decided_in: number | null
  }
  outbox: {
    id: Generated<number>
    key: string
    channel: string
    conversation: string
    recipients: string
    message: string
    state: 'queued' | 'sent' | 'unsent' | 'dead'
    attempts: number
    next_ms: number
    task: string | null
    /** What the provider calls it; of an unsent one: why it was not sent. */
    provider: string | null
    created_ms: number
    /** When whoever asked read it where they asked; null while they have not. */
    shown_ms: Generated<number | null>
    /** How far the provider carried it, as far as it says; null while it has not. */
    carried: Generated<Carried | null>
    /** Of a failed one: why; of a queued one: what it waits for. */
    why: Generated<string | null>
  }
  /** When somebody last wrote, where that decides what may be written to them. */
  heard: { channel: string; place: string; at_ms: number }
  /** One row per person and five-minute bucket: the primary key is what makes double booking impossible. */
  holds: { person: string; bucket: number; key: string; expires_ms: number }
  audit: {
    seq: Generated<number>
    at_ms: number
    what: string
    task: string | null
    /** Of a task's row: its agent, pack and model, as JSON. */
    versions: Generated<string | null>
    commitment: string
    link: string
  }
  audit_payloads: { seq: number; salt: string; payload: string }
  /** Hashes of one-use secrets: sign-in links, sessions, decision ids, feed addresses. */
  tokens: {
    hash: string
    kind: string
    subject: string
    created_ms: number
    expires_ms: number
    used_ms: number | null
  }
  /** Times that visitors of booking pages chose. What was sent on is in the journal, and is not kept here a second time. */
  bookings: {
    /** Also the id of the inbound event it becomes. */
    id: string
    /** Hash of the secret in the address of its page. */
    token: string
    /** Hash of the secret in the visitor's browser. */
    visitor: string
    page: string
    type: string | null
    /** Id of the task it becomes: the hold is in its name from the start. */
    task: string
    start_ms: number
    end_ms: number
    zone: string
    state: 'held' | 'mailed' | 'sent' | 'left'
    name: string | null
    email: string | null
    note: string | null
    /** Hash of the mailed secret. */
    confirm: string | null
    /** When the hold, or the mailed link, ends. */
    until_ms: number
    created_ms: number
    /** When the row is taken away. */
    forget_ms: number
  }
  /** Who agreed to be written to over a channel, and who asked for silence. `subject` is a hash: it outlives an erasure. */
  consents: {
    channel: string
    subject: string
    state: 'given' | 'withdrawn'
    how: ConsentSource
    /** Policy id of the member who noted it; null: they said so themselves. */
    by_whom: string | null
    words: string
    at_ms: number
  }
  /** What members call records, by who says it. `key` is the words without case, accents and signs. */
  aliases: { key: string; speaker: string; words: string; kind: string; record: string; at_ms: number }
  /** Every call of a model: on whose account, and what it used. */
  model_calls: {
    id: Generated<number>
    at_ms: number
    /** Local date of the team. */
    day: string
    agent: string
    task: string | null
    /** Journal row on whose account it was made. */
    event: number | null
    tier: string
    model: string
    /** While it is `open`: the most it can use. */
    input_tokens: number
    output_tokens: number
    /** Millionths of a US dollar. */
    usd_micros: number
    ms: number
    outcome: string
  }
  /** The same, summed up by day and agent. */
  model_days: { day: string; agent: string; calls: number; tokens: number; usd_micros: number }
  /** What is in force of each agent, one row a change; the newest of an agent counts. */
  versions: {
    seq: Generated<number>
    agent: string
    /** Version of the pack that is in force. */
    active: string
    /** What a rollback goes back to; null where there is nothing before it. */
    before: string | null
    /** Version that is tried beside it, how, and on whom. */
    candidate: string | null
    trial: 'shadow' | 'canary' | null
    percent: number
    members: string
    /** What the change was, and by whom: a member's id, or the desk itself. */
    what: 'use' | 'try' | 'stop' | 'rollback'
    changed_by: string
    at_ms: number
    /** Journal row of the message that asked for it, and what it was told; null where nobody asked. */
    event: Generated<number | null>
    said: Generated<string | null>
  }
  /** Tasks beside which another version ran. What each ruled is kept only where they differ. */
  shadow_runs: {
    id: Generated<number>
    agent: string
    task: string
    active: string
    candidate: string
    was: string | null
    would: string | null
    at_ms: number
  }
  settings: { name: string; value: string }
}
