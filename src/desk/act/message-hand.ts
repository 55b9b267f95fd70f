import type { MessageArgs, Recipient, Withdrawn } from '#kernel/actions/message-send.ts'
import { cleanText } from '#kernel/display.ts'
import type { Way } from '#kernel/reach.ts'
import { weightyIn } from '#language/weighty.ts'
import { messageOfKey } from '#store/actions/messages.ts'
import type { OutboxDraft } from '#store/outbox/outbox.ts'
import { enqueue, messageOf, standingOf } from '#store/outbox/outbox.ts'
import { mayBeTakenOut, takeOut, updateKey } from '#store/outbox/updates.ts'
import type { DeskContext } from '../context.ts'
import { reachOf, UPDATE } from '../watch/reach.ts'
import type { Hand } from './hand.ts'

type Parts = Pick<DeskContext, 'sql' | 'channels' | 'clock' | 'policy' | 'crm' | 'mailbox'>

/**
 * Messages to people outside lie in the outbox under the action's key: after a crash they are there or they are not, and never twice.
 * From there the courier carries them, at the first moment that suits whoever gets them.
 */
export function messageHand(desk: Parts): Hand {
  const look = async ({ to, way, text }: MessageArgs): Promise<Recipient | null> => {
    const reach = await reachOf(desk, to)
    if (!reach) return null
    const { name, status, vip, ways } = reach
    const others = ways
      .filter((one) => one.barred === null && one.channel !== way.channel)
      .map(({ channel }) => channel)
    return { name, status, vip, way: ways.find((one) => isSameWay(one, way)) ?? null, others, says: weightyIn(text) }
  }
  const queuedAs = async (key: string, asked: MessageArgs): Promise<{ after: Recipient; text: string } | null> => {
    const row = await desk.sql.read(() => messageOf(key))
    const who = row && (await look(asked))
    if (!who || row.message.type !== 'notice') return null
    const queued = { key, atMs: desk.clock.nowMs(), goesMs: row.createdMs }
    return { after: { ...who, queued }, text: row.message.text }
  }
  const stateOf = async (args: Record<string, unknown>) =>
    (await desk.sql.read(() => standingOf(String(args.key))))?.state

  return {
    outward: false,

    async look(kind, args) {
      if (kind === 'message.send') return look(args as unknown as MessageArgs)
      return { waits: await desk.sql.read(() => mayBeTakenOut(String(args.key))) } satisfies Withdrawn
    },

    async landed(kind, args, key) {
      if (kind === 'message.withdraw')
        return (await stateOf(args)) === undefined ? { record: String(args.key), after: null } : null
      for (const record of [updateKey(key, false), updateKey(key, true)]) {
        const found = await queuedAs(record, args as unknown as MessageArgs)
        if (found) return { record, after: found.after }
      }
      return null
    },

    async call(kind, args, key) {
      if (kind === 'message.withdraw') {
        await desk.sql.write(() => takeOut(String(args.key)))
        return { record: String(args.key) }
      }
      const asked = args as unknown as MessageArgs
      const way = (await look(asked))?.way
      const record = updateKey(key, Boolean(way?.takenBy))
      const draft = draftOf(asked, way ?? null, record, desk)
      await desk.sql.write(function* () {
        yield* enqueue({ ...draft, task: (yield* messageOfKey(key))?.task ?? null })
      })
      return { record }
    },

    async verify(kind, args, record) {
      if (kind === 'message.withdraw') return { after: null, asAsked: (await stateOf(args)) === undefined }
      const asked = args as unknown as MessageArgs
      const found = await queuedAs(record, asked)
      return { after: found?.after ?? null, asAsked: found?.text === cleanText(asked.text) }
    },
  }
}

const isSameWay = (one: Way, { channel, conversation, address }: MessageArgs['way']): boolean =>
  one.channel === channel && one.conversation === conversation && one.address === address

function draftOf(asked: MessageArgs, now: Way | null, key: string, { clock }: Pick<Parts, 'clock'>): OutboxDraft {
  const { text, subject, media, way } = asked
  const said = cleanText(text)
  return {
    key,
    channel: way.channel,
    conversation: way.conversation,
    to: [],
    message: {
      type: 'notice',
      to: [],
      text: said,
      ...(subject !== null && { subject }),
      choices: [],
      dictated: true,
      ...(now?.template === UPDATE && { template: { name: UPDATE, variables: { 1: oneLine(said) } } }),
      ...(media.length > 0 && { media }),
    },
    task: null,
    nowMs: Math.max(now?.fromMs ?? 0, clock.nowMs()),
  }
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
