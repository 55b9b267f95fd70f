import { PermissionFlagsBits } from 'discord.js'
import { z } from 'zod'

const Bits = z.string().regex(/^\d+$/).transform(BigInt)

/** What a channel grants or takes away from a role or a person. */
export const Overwrite = z.object({ id: z.string(), allow: Bits, deny: Bits })
type Overwrite = z.infer<typeof Overwrite>

export const Role = z.object({
  id: z.string(),
  name: z.string().default(''),
  permissions: Bits,
  /** `bot_id`: it belongs to a bot, and no person can hold it. */
  tags: z.object({ bot_id: z.string().optional() }).optional(),
})
type Role = z.infer<typeof Role>

/** A channel with who may do what in it. */
export const GuardedChannel = z.object({
  id: z.string(),
  name: z.string().default('it'),
  type: z.number(),
  guild_id: z.string().nullish(),
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(Overwrite).default([]),
})
export type GuardedChannel = z.infer<typeof GuardedChannel>

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

/** Who is let into a channel, beside those who look after the whole server. */
export interface Readers {
  everybody: boolean
  roles: Role[]
  /** User ids of those who are let in by name. */
  people: string[]
}

export function readersOf(guild: string, roles: readonly Role[], overwrites: readonly Overwrite[]): Readers {
  const sees = (bits: bigint): boolean => (bits & PermissionFlagsBits.ViewChannel) !== 0n
  const looksAfter = (bits: bigint): boolean => (bits & PermissionFlagsBits.Administrator) !== 0n
  const isRole = (id: string): boolean => roles.some((role) => role.id === id)
  return {
    everybody: sees(permissionsIn(guild, roles, overwrites)),
    roles: roles.filter(({ id, permissions, tags }) => {
      if (id === guild || tags?.bot_id !== undefined || looksAfter(permissions)) return false
      return sees(permissionsIn(guild, roles, overwrites, { id: '', roles: [id] }))
    }),
    people: overwrites.flatMap(({ id, allow }) => (!isRole(id) && sees(allow) ? [id] : [])),
  }
}
