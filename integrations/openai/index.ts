import type { ModelPlug } from '#ports/model-provider.ts'
import { OPENAI_SETTINGS, openAiSettings } from './settings.ts'

/** OpenAI, or a server that speaks its interface, installed. Its packages are loaded only where it is set up. */
export const plug: ModelPlug = {
  name: 'openai',
  settings: OPENAI_SETTINGS,
  setup: {
    question: 'Shall a language model read what the rules do not understand?',
    steps: [
      'OpenAI: make a key at https://platform.openai.com/api-keys.',
      'A model on this machine (Ollama, vLLM, LM Studio): leave the key empty and give its address, such as http://127.0.0.1:11434/v1.',
      'Then name the models in policy.yaml under model.tiers, with their prices; docs/model.md shows how.',
    ],
    asks: ['OPENAI_API_KEY', 'OPENAI_BASE_URL'],
  },
  async open(given) {
    const settings = openAiSettings(given)
    if (!settings) return null
    const { OpenAiProvider } = await import('./provider.ts')
    return new OpenAiProvider(settings)
  },
  async check(given, wanted) {
    const settings = openAiSettings(given)
    if (!settings) return []
    const { checkModels } = await import('./check.ts')
    return checkModels(settings, wanted)
  },
}
