/**
 * Where something is said on Slack, as a conversation of the desk: `slack:TEAM:PLACE` or `slack:TEAM:PLACE:THREAD`. The place of
 * a direct message is the person, so that their words, commands and cards are one conversation.
 */
export interface Place {
  team: string
  /** A channel id (`C…`, `G…`), or a user id (`U…`, `W…`) for direct messages with them. */
  place: string
  /** `thread_ts`, or null beside all threads. */
  thread: string | null
}

export const conversationOf = ({ team, place, thread }: Place): string =>
  ['slack', team, place, ...(thread ? [thread] : [])].join(':')

/** The place of a conversation, or null where it is none of Slack's. */
export function placeOf(conversation: string): Place | null {
  const [channel, team, place, thread] = conversation.split(':')
  return channel === 'slack' && team && place ? { team, place, thread: thread ?? null } : null
}

export const isUser = (place: string): boolean => /^[UW]/.test(place)
