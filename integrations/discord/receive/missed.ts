import { setTimeout as sleep } from 'node:timers/promises'
import { Routes } from 'discord.js'
import { z } from 'zod'
import type { InboundDraft } from '#kernel/inbound.ts'
import { DAY_MS, SECOND_MS } from '#kernel/units.ts'
import { firstIdAt, placeOf } from '../place.ts'
import { asPassing, refusalOf } from '../rest.ts'
import type { Wiring } from '../wiring.ts'
import { Message } from './bodies.ts'
import { fromMessage } from './message.ts'

/** Where nobody spoke to the desk for so long, nobody waits for it. */
const SPOKEN_WITHIN_MS = 7 * DAY_MS
/** What is older is no request any more. */
const OLDEST_MS = DAY_MS
const MOST_PLACES = 50
/** Of one place the newest are worked on: who wrote forty messages wants no forty answers. */
const MOST_EACH = 5
/** Discord's own most. */
const PAGE = 100
const TRIES = 3

/**
 * What was said while nobody listened, oldest first in each place: Discord tells of it only to whoever comes back to a session within
 * minutes. It is read where the desk was spoken to lately, after the last message that is journaled there.
 * @returns `left`: messages for the desk that were too many to be worked on
 */
export async function readMissed(discord: Wiring): Promise<{ heard: InboundDraft[]; left: number }> {
  const oldest = firstIdAt(discord.kit.clock.nowMs() - OLDEST_MS)
  const missed = { heard: [] as InboundDraft[], left: 0 }
  for (const [channel, last] of await lastHeardIn(discord)) {
    const drafts = await saidAfter(discord, channel, last > oldest ? last : oldest)
    missed.heard.push(...drafts.slice(-MOST_EACH))
    missed.left += Math.max(0, drafts.length - MOST_EACH)
  }
  return missed
}

/** The last message of each channel and thread that is journaled; those spoken in last come first. */
async function lastHeardIn({ desk, kit }: Wiring): Promise<Map<string, bigint>> {
  const last = new Map<string, bigint>()
  const note = (channel: string, message: bigint): void => {
    const known = last.get(channel)
    if (known === undefined ? last.size < MOST_PLACES : message > known) last.set(channel, message)
  }
  for (const { id, conversation } of await desk.heardSince(kit.clock.nowMs() - SPOKEN_WITHIN_MS)) {
    const [, channel, message] = /^(\d+):(\d+)/.exec(id) ?? []
    if (channel === undefined || message === undefined) continue
    note(channel, BigInt(message))
    // What begins a thread stands outside it.
    const { thread } = placeOf(conversation) ?? {}
    if (thread) note(thread, BigInt(message))
  }
  return last
}

const Page = z.array(Message)

async function saidAfter(discord: Wiring, channel: string, after: bigint, tried = 1): Promise<InboundDraft[]> {
  const { rest, places, kit } = discord
  try {
    const query = new URLSearchParams({ after: String(after), limit: String(PAGE) })
    const page = Page.parse(await rest.get(Routes.channelMessages(channel), { query }))
    const guild = await places.guildOf(channel)
    const drafts: InboundDraft[] = []
    for (const message of page.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))) {
      const draft = await fromMessage(discord, { ...message, guild_id: guild })
      if (draft) drafts.push(draft)
    }
    return drafts
  } catch (error) {
    const isPassing = refusalOf(error) === null && !(error instanceof z.ZodError)
    if (isPassing && tried < TRIES) {
      await sleep(tried * SECOND_MS)
      return saidAfter(discord, channel, after, tried + 1)
    }
    kit.log.warn(
      { problem: asPassing(error).code },
      'what was said on Discord meanwhile could not be read in one place',
    )
    return []
  }
}
