import { cleanText } from '#kernel/display.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { sayMoment, toIso } from '#kernel/time.ts'
import type { Log } from '../../request/query.ts'
import type { QueryFacts, Row } from './facts.ts'
import { sayApart } from './meant.ts'
import { namedIn, nameOf } from './names.ts'
import { sayWord } from './say.ts'

const MOST_CHOICES = 4
/** Characters of one message, and of the whole note. */
const LINE = 500
const WHOLE = 4000

/** The contact whose talk is meant; several are a question. */
export function whoseTalk({ name, record }: Log, facts: QueryFacts): Row[] {
  const found = namedIn(name, ['contact'], facts).map(({ row }) => row)
  const picked = record === null ? [] : facts.onFile.contacts.filter(({ id }) => `contact:${id}` === record)
  return picked.length > 0 ? picked.map((one) => ({ kind: 'contact', record: one })) : found
}

/** Keeps what was last said with a contact as a note at their record: both sides, word for word, with when and where it was. */
export function planLog(log: Log, facts: QueryFacts): RulingDraft {
  const found = whoseTalk(log, facts)
  const [row] = found
  if (!row)
    return { type: 'answer', text: `I have no contact called "${sayWord(log.name)}" on file, so nothing was logged.` }
  if (found.length > 1)
    return {
      type: 'ask',
      question: {
        text: `Which "${sayWord(log.name)}" do you mean?`,
        slots: ['record'],
        choices: found
          .slice(0, MOST_CHOICES)
          .map((one) => ({ label: sayApart(one, facts), value: `${one.kind}:${one.record.id}` })),
      },
    }
  const name = sayWord(nameOf(row))
  const { talk } = facts
  const [first] = talk?.said ?? []
  if (!talk || !first)
    return {
      type: 'answer',
      text: `I know of no talk with ${name}${log.channel ? ` over ${CHANNELS[log.channel]}` : ''}; I can only log what came through me. Tell me what was said and I note it.`,
    }
  const lines = talk.said.map(
    ({ by, text, atMs }) =>
      `${sayMoment(atMs, facts.zone, facts.nowMs).slice(-5)} ${by === 'them' ? name : 'Nightdesk'}: ${cleanText(text, { oneLine: true, maxLength: LINE })}`,
  )
  const where = CHANNELS[talk.channel as keyof typeof CHANNELS] ?? talk.channel
  const text = cleanText(
    [`${where} with ${name}, ${sayMoment(first.atMs, facts.zone, facts.nowMs)} (${talk.conversation}):`, ...lines].join(
      '\n',
    ),
    { maxLength: WHOLE },
  )
  const draft = {
    kind: 'note',
    about: { kind: 'contact', id: row.record.id },
    at: toIso(talk.said.at(-1)?.atMs ?? first.atMs),
    text,
    by: facts.self,
  }
  return {
    type: 'propose',
    actions: [{ kind: 'activity.create', args: { draft }, because: `the last talk with ${name} over ${where}` }],
    notes: [],
  }
}

const CHANNELS = { whatsapp: 'WhatsApp', slack: 'Slack', discord: 'Discord', email: 'e-mail' } as const
