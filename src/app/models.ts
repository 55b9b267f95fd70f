import { modelPlugs } from '#integrations/manifest.ts'
import type { ModelProvider } from '#ports/model-provider.ts'
import { readConfig } from './config.ts'

/** Who has the models: the first whose settings are given, or null. @throws DeskError CONFIG_INVALID */
export async function openProvider(settings: Readonly<Record<string, string>>): Promise<ModelProvider | null> {
  for (const plug of modelPlugs) {
    const provider = await plug.open(settings)
    if (provider) return provider
  }
  return null
}

/** The same out of the environment, for commands. @throws DeskError CONFIG_INVALID */
export const providerFromEnvironment = (): Promise<ModelProvider | null> => openProvider(readConfig(process.env).models)
