/** Something to tap, with what comes back of it. */
export interface Option {
  label: string
  /** At most 200 characters. */
  payload: string
}

/** One message as Twilio is asked to send it. */
export interface Drawn {
  body: string
  /** Shown to be tapped where that is possible; `plain` is said where it is not. */
  options?: readonly Option[]
  /** The body with its options as a numbered list. */
  plain?: string
  /** Addresses of files that go with it. */
  media?: readonly string[]
}
