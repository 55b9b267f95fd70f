import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import type { DeskContext } from '../context.ts'
import type { Turn } from './turn-types.ts'

/** Learns what the files of a message are, where its channel can tell. The message is in the journal by then, in its place. */
export async function withFilesLookedAt(desk: DeskContext, turn: Turn): Promise<Turn> {
  const { media = [], channel, simulated } = turn.event
  if (media.length === 0 || simulated) return turn
  const looked = await desk.waits.during(async () => desk.channels.get(channel)?.look?.(media))
  return looked ? { ...turn, event: { ...turn.event, media: looked } } : turn
}

/** Why files of a message are not taken, for whoever sent them: a sentence for each reason, none where all are taken. */
export function untakenFiles({ event, principal }: Turn): string[] {
  const { notTaken } = phrasesIn(languageOf(principal))
  const reasons = new Set((event.media ?? []).flatMap(({ refused }) => refused ?? []))
  return [...reasons].map((reason) => notTaken[reason])
}
