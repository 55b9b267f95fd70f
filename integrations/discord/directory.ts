import { Routes } from 'discord.js'
import { z } from 'zod'
import { cleanName } from '#kernel/display.ts'
import type { Sender } from '#kernel/inbound.ts'
import type { ChannelKit, ChannelPerson } from '#ports/channel.ts'
import type { Rest } from './rest.ts'

/** Somebody, as Discord describes them. */
export const User = z.object({
  id: z.string(),
  username: z.string().default(''),
  global_name: z.string().nullish(),
  bot: z.boolean().optional(),
})
export type User = z.infer<typeof User>

const DirectChannel = z.object({ id: z.string() })

/**
 * Who is who: users of Discord and members of the team. A member is who the policy names by user id; nothing that people write of
 * themselves makes them one.
 */
export class Directory {
  readonly #rest: Rest
  readonly #kit: Pick<ChannelKit, 'people'>
  /** Channels of direct messages, by user. */
  readonly #direct = new Map<string, string>()

  constructor(rest: Rest, kit: Pick<ChannelKit, 'people'>) {
    this.#rest = rest
    this.#kit = kit
  }

  /** Discord id of a member, or null where the policy names none. */
  userOf(member: string): string | null {
    return this.#kit.people().find((one) => one.id === member)?.handle ?? null
  }

  /** The role that stands for a member who has no id of their own here, or null. */
  roleOf(member: string): string | null {
    const person = this.#kit.people().find((one) => one.id === member)
    return person?.handle === null ? (person.role ?? null) : null
  }

  /** The member behind a user, or null. */
  memberOf(user: string): ChannelPerson | null {
    return this.#kit.people().find(({ handle }) => handle === user) ?? null
  }

  /** Who speaks. */
  senderOf(user: User): Sender {
    const member = this.memberOf(user.id)
    if (member) return { kind: 'member', id: member.id, assurance: 'verified' }
    return { kind: 'client', id: `discord:${user.id}`, assurance: 'verified', name: nameOf(user) }
  }

  /** How somebody is called in a sentence: members as the policy calls them, whatever they call themselves. */
  calledIn(user: User): string {
    return this.memberOf(user.id)?.id ?? nameOf(user)
  }

  /** Notes where somebody's direct messages are. */
  noteDirect(user: string, channel: string): void {
    this.#direct.set(user, channel)
  }

  /** The channel of somebody's direct messages. @throws what Discord's client throws */
  async directOf(user: string): Promise<string> {
    const known = this.#direct.get(user)
    if (known) return known
    const { id } = DirectChannel.parse(await this.#rest.post(Routes.userChannels(), { body: { recipient_id: user } }))
    this.#direct.set(user, id)
    return id
  }
}

/** What somebody calls themselves. */
export const nameOf = ({ global_name, username }: User): string => cleanName(global_name || username) || 'somebody'
