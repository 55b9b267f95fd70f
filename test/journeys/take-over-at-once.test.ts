import { expect, test } from 'vitest'
import type { InboundDraft, Sender } from '#kernel/inbound.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { openFlags } from '#store/flags/flag-rows.ts'
import { messagesIn } from '#store/outbox/outbox.ts'
import { type ScriptedDesk, scriptedDesk } from '../harness/scripted.ts'

const HOUR_MS = 3_600_000
const QUESTION = 'Thursday or Friday?'

/** A desk that waits for a person in one matter of Jo's, and thinks about another one as long as it is let. */
interface Busy {
  desk: ScriptedDesk
  /** The flag that waits. */
  flag: string
  /** The desk thinks from now on; resolves with what lets it go on. */
  think(intent: 'answer' | 'ask'): Promise<() => void>
  /** Somebody presses a button of the card; resolves when that is written down. */
  press(member: string, verb: 'approve' | 'take_over'): Promise<void>
  /** What Jo was told, and what a member was, oldest first. */
  told(conversation: string): Promise<string[]>
  jo: Sender
}

async function busyDesk(): Promise<Busy> {
  const thinking = Promise.withResolvers<() => void>()
  const think = (ruling: RulingDraft) => () =>
    new Promise<RulingDraft>((resolve) => thinking.resolve(() => resolve(ruling)))
  const desk = await scriptedDesk({
    matter: () => ({ type: 'flag', reason: 'HIGH_STAKES', headline: 'Jo wants a refund', rule: 'fixed', reply: '' }),
    answer: think({ type: 'answer', text: 'We open at nine.' }),
    ask: think({ type: 'ask', question: { text: QUESTION, slots: ['day'] } }),
  })
  const { composition, clock } = desk
  const draft = { name: 'Jo Park', emails: ['jo@acme.example'] }
  const { id } = await composition.local.crm.create('contact', draft, 'jo')
  const jo: Sender = { kind: 'client', id, name: 'Jo Park', email: 'jo@acme.example' }
  await desk.start(jo, 'matter')
  const [flag] = await composition.sql.read(openFlags)
  let nth = 0
  const event = (more: Partial<InboundDraft>): InboundDraft => ({
    id: `busy-${++nth}`,
    channel: 'slack',
    conversation: 'main',
    kind: 'message',
    from: jo,
    atMs: clock.nowMs(),
    ...more,
  })
  return {
    desk,
    jo,
    flag: flag?.id ?? '',
    async think(intent) {
      await composition.desk.receiveFromPage(event({ text: intent, job: { agent: 'scripted', intent, request: {} } }))
      return thinking.promise
    },
    async press(member, verb) {
      const decision = { flag: flag?.id ?? '', verb }
      const from: Sender = { kind: 'member', id: member }
      await composition.desk.receive(event({ conversation: `flags:${member}`, kind: 'decision', from, decision }))
    },
    async told(conversation) {
      await composition.desk.drain()
      const rows = await composition.sql.read(() => messagesIn(conversation, 50))
      const sent = composition.sql.connection.prepare(
        "SELECT count(*) AS n FROM outbox WHERE key = ? AND state = 'sent'",
      )
      return rows
        .reverse()
        .flatMap(({ key, channel, message }) =>
          channel === 'slack' && 'text' in message && sent.get(key)?.n === 1 ? [message.text] : [],
        )
    },
  }
}

test('a task that runs while somebody takes over answers nobody: they are shown what it would have said', async () => {
  const { desk, think, press, told } = await busyDesk()
  const goOn = await think('answer')
  await press('mia', 'take_over')
  goOn()
  expect(await told('main')).toEqual(['Mia Chen has taken this over.'])
  expect(await told('flags:mia')).toContain(
    'I was about to answer client (says "Jo Park"), and leave it to you: "We open at nine."',
  )
  desk.clock.set(desk.clock.nowMs() + 25 * HOUR_MS)
  expect(await told('main')).toEqual(['Mia Chen has taken this over.'])
})

test('an answer that waits for its channel when somebody takes over stays with them', async () => {
  const { desk, think, press, told } = await busyDesk()
  const slack = desk.composition.context.channels.get('slack')
  if (!slack) throw new Error('no slack')
  const { send } = slack
  slack.send = () => Promise.reject(new Error('down'))
  const goOn = await think('answer')
  goOn()
  await desk.composition.desk.drain()
  slack.send = send
  await press('mia', 'take_over')
  desk.clock.set(desk.clock.nowMs() + HOUR_MS / 60)
  expect(await told('main')).toEqual(['Mia Chen has taken this over.'])
})

test('whoever takes over too late silences nothing: the first decision holds, and the answer goes out', async () => {
  const { think, press, told } = await busyDesk()
  const goOn = await think('answer')
  await press('mia', 'approve')
  await press('sam', 'take_over')
  goOn()
  expect(await told('main')).toContain('We open at nine.')
  expect((await told('flags:sam')).at(-1)).toMatch(/^Already decided by Mia/)
})

test('somebody who may not decide silences nothing', async () => {
  const { think, press, told } = await busyDesk()
  const goOn = await think('answer')
  await press('priya', 'take_over')
  goOn()
  expect(await told('main')).toContain('We open at nine.')
})

test('given back, the member hears what was written and left meanwhile; a question nobody was asked is asked no more', async () => {
  const { desk, think, press, told, jo } = await busyDesk()
  const goOn = await think('ask')
  await press('mia', 'take_over')
  goOn()
  await desk.say(jo, 'are you there?')
  await desk.say(jo, 'hello?')
  const { reply } = await desk.say('mia', 'give back Jo Park', 'flags:mia')
  expect(reply).toBe(
    [
      'I answer Jo Park again.',
      'Since you took over they wrote:',
      '- "are you there?"',
      '- "hello?"',
      `I left this to you and do not send it: "${QUESTION}"`,
    ].join('\n'),
  )
  expect(await told('main')).toEqual(['Mia Chen has taken this over.'])
  const next = await desk.say(jo, 'Friday')
  expect(next.tasks).toEqual([])
})
