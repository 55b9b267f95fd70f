import type { webApi } from '@slack/bolt'
import type { Sender } from '#kernel/inbound.ts'
import { HOUR_MS } from '#kernel/units.ts'
import type { ChannelKit, ChannelPerson } from '#ports/channel.ts'
import { asPassing, refusalOf } from './web.ts'

/** What Slack says of somebody. */
interface Profile {
  name: string | null
  email: string | null
  zone: string | null
  /** In this workspace, and no guest there. */
  isColleague: boolean
  /** Of another workspace: their address is what that workspace says. */
  isForeign: boolean
  readMs: number
}

const FRESH_MS = HOUR_MS

/**
 * Who is who: users of Slack and members of the team. A member is who the policy names by Slack id or, for colleagues of the own
 * workspace, by the address Slack knows them by. Guests and people of other workspaces are never members, whatever the policy says.
 */
export class Directory {
  readonly #web: webApi.WebClient
  readonly #kit: ChannelKit
  /** Slack's description of these calls wants the token among their arguments. */
  readonly #token: { token?: string }
  #team = ''
  readonly #profiles = new Map<string, Profile>()
  /** Slack ids that were found by address, by policy id. */
  readonly #found = new Map<string, string>()

  constructor(web: webApi.WebClient, kit: ChannelKit) {
    this.#web = web
    this.#kit = kit
    this.#token = web.token ? { token: web.token } : {}
  }

  /** Looks everybody of the team up once, so that messages need not wait for it. */
  async open(team: string): Promise<void> {
    this.#team = team
    for (const person of this.#kit.people()) await this.#find(person)
  }

  /** Slack id of a member, or null where they are not on Slack as far as is known. */
  userOf(member: string): string | null {
    const person = this.#kit.people().find((one) => one.id === member)
    return person ? (person.handle ?? this.#found.get(member) ?? null) : null
  }

  /** The member behind a Slack user, or null. @throws DeskError INTEGRATION_DOWN, RATE_LIMITED */
  async memberOf(user: string): Promise<ChannelPerson | null> {
    const profile = await this.#profile(user)
    if (!profile?.isColleague) return null
    const people = this.#kit.people()
    const named = people.find((person) => person.handle === user)
    if (named) return named
    const known = people.find(({ handle, email }) => handle === null && email !== null && email === profile.email)
    if (known) this.#found.set(known.id, user)
    return known ?? null
  }

  /** Who speaks. @throws DeskError INTEGRATION_DOWN, RATE_LIMITED */
  async senderOf(user: string): Promise<Sender> {
    const member = await this.memberOf(user)
    const profile = await this.#profile(user)
    const zone = profile?.zone ? { zone: profile.zone } : {}
    if (member) return { kind: 'member', id: member.id, assurance: 'verified', ...zone }
    return {
      kind: 'client',
      id: `slack:${user}`,
      // Another workspace may write any address into its people's profiles.
      assurance: profile === null || profile.isForeign ? 'claimed' : 'verified',
      ...(profile?.name && { name: profile.name }),
      ...(profile?.email && { email: profile.email }),
      ...zone,
    }
  }

  /** How somebody is called in a sentence. */
  async nameOf(user: string): Promise<string> {
    const profile = await this.#profile(user).catch(() => null)
    return profile?.name ?? 'somebody'
  }

  async #find({ id, handle, email }: ChannelPerson): Promise<void> {
    try {
      if (handle !== null) await this.#profile(handle)
      else if (email !== null) {
        const { user } = await this.#web.users.lookupByEmail({ email, ...this.#token })
        if (!user?.id) return
        this.#keep(user.id, user)
        if (this.#profiles.get(user.id)?.isColleague) this.#found.set(id, user.id)
      }
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === null) throw asPassing(error)
      if (refusal.error !== 'users_not_found')
        this.#kit.log.warn({ problem: refusal.error }, 'Slack does not find a member')
    }
  }

  /** Null where Slack knows nobody by that id. Old knowledge is better than none. */
  async #profile(user: string): Promise<Profile | null> {
    const known = this.#profiles.get(user)
    if (known && this.#kit.clock.nowMs() - known.readMs < FRESH_MS) return known
    try {
      const found = await this.#web.users.info({ user, ...this.#token })
      return found.user ? this.#keep(user, found.user) : (known ?? null)
    } catch (error) {
      if (known) return known
      if (refusalOf(error)) return null
      throw asPassing(error)
    }
  }

  #keep(id: string, user: webApi.UsersInfoResponse['user'] & object): Profile {
    const isForeign = user.is_stranger === true || (user.team_id !== undefined && user.team_id !== this.#team)
    const isGuest = user.is_restricted === true || user.is_ultra_restricted === true
    const profile: Profile = {
      name: user.profile?.display_name || user.profile?.real_name || user.real_name || user.name || null,
      email: user.profile?.email?.toLowerCase() ?? null,
      zone: user.tz ?? null,
      isColleague: !isForeign && !isGuest && user.deleted !== true && user.is_bot !== true,
      isForeign,
      readMs: this.#kit.clock.nowMs(),
    }
    this.#profiles.set(id, profile)
    return profile
  }
}
