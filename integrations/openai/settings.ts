import type { Setting, Settings } from '#ports/plug.ts'

/** Settings of the provider, as they stand in `.env`. */
export const OPENAI_SETTINGS = {
  OPENAI_API_KEY: {
    pattern: /^\S{8,}$/,
    about:
      'Key of OpenAI, or of a server that speaks its interface. With it (or the next one) and `model.tiers` in the policy, a model reads what the rules do not; see docs/model.md.',
    example: 'sk-...',
  },
  OPENAI_BASE_URL: {
    pattern: /^(?:https:\/\/\S+|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/\S*)?)$/,
    about:
      'Base address of another server that speaks the interface of OpenAI: Ollama, vLLM, LM Studio (http: on this machine only). One on this machine needs no key, and costs nothing.',
    example: 'http://127.0.0.1:11434/v1',
  },
} as const satisfies Record<string, Setting>

const OPENAI_URL = 'https://api.openai.com/v1'

export interface OpenAiSettings {
  /** Null where none is needed. */
  apiKey: string | null
  /** Without a slash at the end. */
  baseUrl: string
  /** On this machine. */
  local: boolean
}

/** What is set; null where no model is set up. */
export function openAiSettings({ OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: given }: Settings): OpenAiSettings | null {
  if (!apiKey && !given) return null
  const baseUrl = (given || OPENAI_URL).replace(/\/+$/, '')
  const { hostname } = new URL(baseUrl)
  return { apiKey: apiKey || null, baseUrl, local: ['localhost', '127.0.0.1', '[::1]'].includes(hostname) }
}
