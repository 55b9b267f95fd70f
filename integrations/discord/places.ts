import { ChannelType, Routes } from 'discord.js'
import { z } from 'zod'
import { HOUR_MS } from '#kernel/units.ts'
import type { ChannelKit } from '#ports/channel.ts'
import { GuardedChannel, type Readers, Role, readersOf } from './permissions.ts'
import { type Rest, refusalOf } from './rest.ts'
import type { DiscordSettings } from './settings.ts'

const Guild = z.object({ roles: z.array(Role) })

/** A channel, as far as the desk has to know it. */
export interface Place {
  id: string
  /** The channel a thread belongs to; null: it is no thread. */
  parent: string | null
  /** Nobody but the team reads it. */
  isTeams: boolean
  /** Who else reads it, in words. */
  others: string[]
}

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])

/**
 * What is known of channels; what Discord says has changed is asked for anew. A channel is the team's own where nobody is let in but
 * people and roles that the policy names, and the role of the team; who looks after a whole server sees all of it anyway.
 */
export class Places {
  readonly #rest: Rest
  readonly #kit: Pick<ChannelKit, 'clock' | 'people'>
  readonly #settings: Pick<DiscordSettings, 'guild' | 'teamRole'>
  readonly #known = new Map<string, { place: Place; readMs: number }>()

  constructor(
    rest: Rest,
    kit: Pick<ChannelKit, 'clock' | 'people'>,
    settings: Pick<DiscordSettings, 'guild' | 'teamRole'>,
  ) {
    this.#rest = rest
    this.#kit = kit
    this.#settings = settings
  }

  /** @throws what Discord's client throws where it does not answer */
  async of(id: string): Promise<Place> {
    const known = this.#known.get(id)
    const nowMs = this.#kit.clock.nowMs()
    if (known && nowMs - known.readMs < HOUR_MS) return known.place
    const place = await this.#read(id).catch((error: unknown) => {
      // What the desk may not look at is not known to be the team's own.
      if (refusalOf(error) === null && !(error instanceof z.ZodError)) throw error
      return { id, parent: null, isTeams: false, others: ['whoever is let in'] }
    })
    this.#known.set(id, { place, readMs: nowMs })
    return place
  }

  /** A channel, a role or a server was changed: who reads what may be another matter now. */
  forget(): void {
    this.#known.clear()
  }

  async #read(id: string): Promise<Place> {
    const { type, guild_id, parent_id, permission_overwrites } = GuardedChannel.parse(
      await this.#rest.get(Routes.channel(id)),
    )
    // Who reads a thread is decided by its channel; whoever is invited to a private one is let in there.
    if (THREADS.has(type) && parent_id) return { ...(await this.of(parent_id)), id, parent: parent_id }
    if (!guild_id) return { id, parent: null, isTeams: false, others: ['whoever is written to there'] }
    const { roles } = Guild.parse(await this.#rest.get(Routes.guild(guild_id)))
    const others = this.#others(guild_id, readersOf(guild_id, roles, permission_overwrites))
    return { id, parent: null, isTeams: others.length === 0, others }
  }

  #others(guild: string, { everybody, roles, people }: Readers): string[] {
    if (this.#settings.guild !== null && this.#settings.guild !== guild) return ['people of another server']
    if (everybody) return ['everybody on the server']
    const team = this.#kit.people()
    const isTeam = (role: string): boolean =>
      role === this.#settings.teamRole || team.some((person) => person.role === role)
    return [
      ...roles.flatMap(({ id, name }) => (isTeam(id) ? [] : [`the role ${name}`])),
      ...people.flatMap((id) => (team.some(({ handle }) => handle === id) ? [] : ['somebody let in by name'])),
    ]
  }
}
