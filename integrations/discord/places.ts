import { ChannelType, PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import { HOUR_MS } from '#kernel/units.ts'
import type { Clock } from '#ports/clock.ts'
import { Overwrite, permissionsIn, Role } from './permissions.ts'
import type { Rest } from './rest.ts'

const Channel = z.object({
  id: z.string(),
  type: z.number(),
  guild_id: z.string().nullish(),
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(Overwrite).default([]),
})

/** A channel, as far as the desk has to know it. */
export interface Place {
  id: string
  /** The channel a thread belongs to; null: it is no thread. */
  parent: string | null
  /** Everybody on its server can read it. */
  isPublic: boolean
}

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])

/** What is known of channels; what Discord says has changed is asked for anew. */
export class Places {
  readonly #rest: Rest
  readonly #clock: Clock
  readonly #known = new Map<string, { place: Place; readMs: number }>()

  constructor(rest: Rest, clock: Clock) {
    this.#rest = rest
    this.#clock = clock
  }

  /** @throws what Discord's client throws */
  async of(id: string): Promise<Place> {
    const known = this.#known.get(id)
    if (known && this.#clock.nowMs() - known.readMs < HOUR_MS) return known.place
    const place = await this.#read(id)
    this.#known.set(id, { place, readMs: this.#clock.nowMs() })
    return place
  }

  /** A channel, a role or a server was changed: who reads what may be another matter now. */
  forget(): void {
    this.#known.clear()
  }

  async #read(id: string): Promise<Place> {
    const channel = Channel.parse(await this.#rest.get(Routes.channel(id)))
    const { guild_id: guild, parent_id: parent } = channel
    if (!guild) return { id, parent: null, isPublic: false }
    // Who reads a thread is decided by its channel; whoever is invited to a private one may be anybody.
    if (THREADS.has(channel.type) && parent) return { id, parent, isPublic: (await this.of(parent)).isPublic }
    const roles = z.array(Role).parse(await this.#rest.get(Routes.guildRoles(guild)))
    const everybody = permissionsIn(guild, roles, channel.permission_overwrites)
    return { id, parent: null, isPublic: (everybody & PermissionFlagsBits.ViewChannel) !== 0n }
  }
}
