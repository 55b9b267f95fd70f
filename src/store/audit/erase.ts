import type { Operation } from '#ports/sql.ts'
import { statement } from '../over.ts'

const GONE = '"erased"'

const payloads = statement(($: { like: string }, db) =>
  db.deleteFrom('audit_payloads').where('payload', 'like', $.like).returning('seq'),
)
const inbound = statement(($: { like: string }, db) =>
  db
    .updateTable('inbound')
    .set({ body: GONE, principal: GONE, client: null, result: null })
    .where((either) => either.or([either('body', 'like', $.like), either('principal', 'like', $.like)]))
    .where('state', 'in', ['done', 'dead'])
    .returning('seq'),
)
const results = statement(($: { like: string }, db) =>
  db.updateTable('inbound').set({ result: null }).where('result', 'like', $.like),
)
const message = statement(($: { seq: number }, db) =>
  db.updateTable('inbound').set({ body: GONE }).where('seq', '=', $.seq),
)
const outbox = statement(($: { like: string }, db) =>
  db.deleteFrom('outbox').where('message', 'like', $.like).where('state', '<>', 'queued').returning('id'),
)
const tasks = statement(($: { like: string }, db) =>
  db
    .updateTable('tasks')
    .set({ text: '', pointed: null, request: null, said: null, question: null, answer: null })
    .where((either) =>
      either.or([
        either('text', 'like', $.like),
        either('request', 'like', $.like),
        either('said', 'like', $.like),
        either('principal', 'like', $.like),
      ]),
    )
    .where('ended_ms', 'is not', null)
    .returning('id'),
)
const actions = statement(($: { like: string }, db) =>
  db
    .updateTable('actions')
    .set({ args: '{}', before: null, after: null, facts: '{}', undo_until_ms: null })
    .where((either) =>
      either.or([either('args', 'like', $.like), either('before', 'like', $.like), either('after', 'like', $.like)]),
    )
    .where('status', 'not in', ['proposed', 'intended', 'queued'])
    .returning('id'),
)
const flags = statement(($: { like: string }, db) =>
  db.deleteFrom('flags').where('body', 'like', $.like).where('state', '<>', 'open').returning('id'),
)

const bookings = statement(($: { like: string }, db) =>
  db
    .updateTable('bookings')
    .set({ state: 'left', name: null, email: null, note: null, confirm: null })
    .where((either) =>
      either.or([either('name', 'like', $.like), either('email', 'like', $.like), either('note', 'like', $.like)]),
    ),
)

const shadows = statement(($: { like: string }, db) =>
  db
    .deleteFrom('shadow_runs')
    .where((either) => either.or([either('was', 'like', $.like), either('would', 'like', $.like)])),
)

export interface Erased {
  payloads: number
  messages: number
  tasks: number
  actions: number
}

/** Erases every ended row that holds one of the words; what is still under way keeps them until it ends. */
export function* eraseWords(words: readonly string[]): Operation<Erased> {
  const erased = { payloads: 0, messages: 0, tasks: 0, actions: 0 }
  for (const word of words) {
    const like = `%${word.replace(/[%_]/g, '_')}%`
    erased.payloads += (yield* payloads({ like })).length
    erased.messages += (yield* inbound({ like })).length + (yield* outbox({ like })).length
    yield* results({ like })
    erased.tasks += (yield* tasks({ like })).length
    erased.actions += (yield* actions({ like })).length
    yield* flags({ like })
    yield* bookings({ like })
    yield* shadows({ like })
  }
  return erased
}

/** Erases what one message said: the request to erase somebody names them too. */
export function* eraseMessage(seq: number): Operation<void> {
  yield* message({ seq })
}
