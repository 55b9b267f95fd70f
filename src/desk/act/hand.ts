/** A record as a store holds it, with its id. */
export interface Written {
  record: string
  /** Read back from the store after the write; null where the write was a removal. */
  after: unknown
}

/** The performer's hand in one store: how its kinds are looked up, done and verified. */
export interface Hand {
  /**
   * Whether a call leaves this database. Then the plan must be on the disk first; what lies in the same log as the plan
   * cannot outlive it.
   */
  readonly outward: boolean
  /** The record an action is about, as it stands now; null where there is none. */
  look(kind: string, args: Record<string, unknown>): Promise<unknown>
  /** After a crash: the trace of an earlier call with this key, or null where it never got through. */
  landed(kind: string, args: Record<string, unknown>, key: string, before: unknown): Promise<Written | null>
  /** Calls the port. @throws DeskError CONFLICT, SLOT_TAKEN, INTEGRATION_DOWN */
  call(kind: string, args: Record<string, unknown>, key: string): Promise<{ record: string }>
  /** Reads the record back, and says whether it is what was asked for. */
  verify(kind: string, args: Record<string, unknown>, record: string): Promise<{ after: unknown; asAsked: boolean }>
}
