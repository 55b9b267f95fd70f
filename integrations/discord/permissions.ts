import { PermissionFlagsBits } from 'discord.js'
import { z } from 'zod'

const Bits = z.string().regex(/^\d+$/).transform(BigInt)

/** What a channel grants or takes away from a role or a person. */
export const Overwrite = z.object({ id: z.string(), allow: Bits, deny: Bits })
type Overwrite = z.infer<typeof Overwrite>

export const Role = z.object({ id: z.string(), permissions: Bits })
type Role = z.infer<typeof Role>

const EVERYTHING = ~0n

/**
 * What somebody may do in a channel (https://docs.discord.com/developers/topics/permissions#permission-overwrites): what everybody
 * and their roles may on the server, changed by what the channel says of everybody, then of their roles, then of themselves.
 * @param guild id of the server, which is also that of everybody's role
 * @param who id of the person, and of their roles; nothing: what everybody may
 */
export function permissionsIn(
  guild: string,
  roles: readonly Role[],
  overwrites: readonly Overwrite[],
  who: { id: string; roles: readonly string[] } = { id: '', roles: [] },
): bigint {
  const held = roles.filter(({ id }) => id === guild || who.roles.includes(id))
  const base = held.reduce((all, { permissions }) => all | permissions, 0n)
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return EVERYTHING
  const changed = (before: bigint, by: readonly Overwrite[]): bigint => {
    const [deny, allow] = by.reduce(([no, yes], one) => [no | one.deny, yes | one.allow], [0n, 0n])
    return (before & ~deny) | allow
  }
  const those = (isMeant: (id: string) => boolean) => overwrites.filter(({ id }) => isMeant(id))
  const forEverybody = changed(
    base,
    those((id) => id === guild),
  )
  const forRoles = changed(
    forEverybody,
    those((id) => who.roles.includes(id)),
  )
  return changed(
    forRoles,
    those((id) => id === who.id),
  )
}
