import { Alias } from '#kernel/actions/alias.ts'
import { canonical } from '#kernel/ids.ts'
import { aliasOfSpeaker, dropAlias, type KeptAlias, keepAlias } from '#store/aliases/aliases.ts'
import type { DeskContext } from '../context.ts'
import type { Hand } from './hand.ts'

/** What members call records. They lie in the desk's own database. */
export function aliasHand({ sql, clock }: Pick<DeskContext, 'sql' | 'clock'>): Hand {
  const meant = (args: Record<string, unknown>): KeptAlias => Alias.required().parse(args)
  const kept = async ({ words, by }: KeptAlias) => (await sql.read(() => aliasOfSpeaker(words, by))) ?? null

  return {
    outward: false,
    look: (_kind, args) => kept(meant(args)),

    async landed(kind, args) {
      const alias = meant(args)
      const now = await kept(alias)
      if (kind === 'alias.forget') return now === null ? { record: alias.id, after: null } : null
      return now && canonical(now) === canonical(alias) ? { record: alias.id, after: now } : null
    },

    async call(kind, args) {
      const alias = meant(args)
      const write = () => (kind === 'alias.forget' ? dropAlias(alias.words, alias.by) : keepAlias(alias, clock.nowMs()))
      await sql.write(write, { lazy: true })
      return { record: alias.id }
    },

    async verify(kind, args) {
      const alias = meant(args)
      const after = await kept(alias)
      return { after, asAsked: kind === 'alias.forget' ? after === null : canonical(after) === canonical(alias) }
    },
  }
}
