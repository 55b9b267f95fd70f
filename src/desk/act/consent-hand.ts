import type { ConsentArgs } from '#kernel/actions/consent-record.ts'
import { appendAudit } from '#store/audit/append.ts'
import { consentOf, dropNoted, noteConsent } from '#store/consents.ts'
import type { DeskContext } from '../context.ts'
import type { Hand } from './hand.ts'

/** What members heard of people's consent. It lies in the desk's own database. */
export function consentHand({ sql, clock, audit }: Pick<DeskContext, 'sql' | 'clock' | 'audit'>): Hand {
  const given = (args: Record<string, unknown>) => args as unknown as ConsentArgs
  const kept = async ({ channel, place }: ConsentArgs) =>
    (await sql.read(() => consentOf({ channel, conversation: place }))) ?? null
  const isAsAsked = (kind: string, now: Awaited<ReturnType<typeof kept>>) =>
    kind === 'consent.drop' ? now?.how !== 'member' : now?.state === 'given'

  return {
    outward: false,
    look: (_kind, args) => kept(given(args)),

    async landed(kind, args) {
      const now = await kept(given(args))
      return isAsAsked(kind, now) ? { record: given(args).contact, after: now } : null
    },

    async call(kind, args) {
      const { contact, channel, place, words, by = '' } = given(args)
      const at = { channel, conversation: place }
      const atMs = clock.nowMs()
      await sql.write(function* () {
        if (kind === 'consent.drop') yield* dropNoted(at)
        else if (yield* noteConsent(at, { state: 'given', how: 'member', by, words, atMs }))
          yield* appendAudit(audit, {
            atMs,
            what: 'consent.given',
            task: null,
            payload: { ...at, contact, how: 'member', by, words },
          })
      })
      return { record: contact }
    },

    async verify(kind, args) {
      const after = await kept(given(args))
      return { after, asAsked: isAsAsked(kind, after) }
    },
  }
}
