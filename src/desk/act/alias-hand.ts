import { Alias } from '#kernel/actions/alias.ts'
import { canonical } from '#kernel/ids.ts'
import { aliasOfSpeaker, dropAlias, type KeptAlias, keepAlias } from '#store/aliases/aliases.ts'
import type { DeskContext } from '../context.ts'
import type { Hand } from './hand.ts'

/** What members call records. It lies in the desk's own database; an alias without `by` is that of whoever asks. */
export function aliasHand({ sql, clock }: Pick<DeskContext, 'sql' | 'clock'>): Hand {
  const meant = (args: Record<string, unknown>, by: string): KeptAlias => {
    const alias = Alias.parse(args)
    return { ...alias, by: alias.by ?? by }
  }
  const kept = async ({ words, by }: KeptAlias) => (await sql.read(() => aliasOfSpeaker(words, by))) ?? null

  return {
    outward: false,
    look: (_kind, args, by) => kept(meant(args, by)),

    async landed(kind, args, _key, _before, by) {
      const alias = meant(args, by)
      const now = await kept(alias)
      if (kind === 'alias.forget') return now === null ? { record: alias.id, after: null } : null
      return now && canonical(now) === canonical(alias) ? { record: alias.id, after: now } : null
    },

    async call(kind, args, _key, by) {
      const alias = meant(args, by)
      const write = () => (kind === 'alias.forget' ? dropAlias(alias.words, alias.by) : keepAlias(alias, clock.nowMs()))
      await sql.write(write, { lazy: true })
      return { record: alias.id }
    },

    async verify(kind, args, _record, by) {
      const alias = meant(args, by)
      const after = await kept(alias)
      return { after, asAsked: kind === 'alias.forget' ? after === null : canonical(after) === canonical(alias) }
    },
  }
}
