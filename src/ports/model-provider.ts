import type { Plug, PlugFinding, Settings } from './plug.ts'

/** One request to a provider: it is made once, by one call. */
export interface ModelRequest {
  /** Name of the model, as the provider has it. */
  model: string
  /** What is wanted, in the desk's own words. */
  system: string
  /** What is to be read: quoted data. */
  user: string
  /** An earlier answer that could not be used, and why; null at the first time. */
  again: { said: string; problem: string } | null
  /** Names the answer: letters, digits and underscores, 64 at most. */
  name: string
  /** What the answer has to be, as JSON Schema of an object. */
  schema: Readonly<Record<string, unknown>>
  /** How the answer is given: by a call of a function, or as JSON in the text. */
  answersBy: 'function' | 'json'
  /** Most tokens of the answer. */
  maxOutputTokens: number
  /** Ends the call. */
  signal: AbortSignal
}

/** Tokens of one request, as the provider counted them; null where it does not say. */
export type Tokens = { input: number; output: number } | null

/** What became of a request. Sentences in it are for whoever runs the desk: they hold no secret and no word of a message. */
export type ModelReply =
  /** It said something that has the form of an answer; whether it is one is for the caller to check. */
  | { type: 'answer'; value: unknown; said: string; tokens: Tokens }
  /** It said something else: prose, half an answer, nothing. */
  | { type: 'garbage'; said: string; problem: string; tokens: Tokens }
  /** It would not answer. */
  | { type: 'refused'; tokens: Tokens }
  | {
      type: 'failed'
      why: 'down' | 'slow' | 'too_long'
      problem: string
      /** The same request may do better a little later. */
      retry: boolean
      /** How long the provider wants to be left alone, in milliseconds; null where it does not say. */
      afterMs: number | null
      /** The provider may have worked, and may want to be paid for it. */
      billed: boolean
    }

/** Who has the models: one vendor, or one server. */
export interface ModelProvider {
  readonly name: string
  /** It runs on this machine: nothing is paid for it. */
  readonly local: boolean
  /** Never throws for what the provider did, and ends when its signal does. */
  complete(request: ModelRequest): Promise<ModelReply>
}

/** What the policy wants of a provider. */
export interface Wanted extends Pick<ModelRequest, 'answersBy'> {
  models: readonly string[]
}

/** How a provider of models is installed. */
export interface ModelPlug extends Plug {
  /** The provider; null where its settings are not given. What it needs to run is loaded here. @throws DeskError CONFIG_INVALID */
  open(settings: Settings): Promise<ModelProvider | null>
  /** One real call with each of these models. Empty where its settings are not given. */
  check(settings: Settings, wanted: Wanted): Promise<PlugFinding[]>
}
