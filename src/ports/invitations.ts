/** An answer to an invitation, as a calendar program writes it (iTIP, RFC 5546). */
export interface InvitationReply {
  /** Id of the event; of a date of a series, the id of that date. */
  event: string
  /** Bare address, lower case. Whether it is the sender's is for whoever asks to check. */
  attendee: string
  reply: 'accepted' | 'declined' | 'tentative'
}

/** Finds the one answer in a text, or null where it holds none, several, or something that cannot be read. */
export type ReadInvitationReply = (text: string) => InvitationReply | null
