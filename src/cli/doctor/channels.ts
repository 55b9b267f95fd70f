import type { Config } from '#app/config.ts'
import { plugs } from '#integrations/manifest.ts'
import { DeskError } from '#kernel/errors.ts'
import { type Finding, fail } from './finding.ts'

/** One real call with each credential of the channels that are set up; nothing of those that are not. */
export async function checkChannels({ channels }: Pick<Config, 'channels'>): Promise<Finding[]> {
  const all = await Promise.all(
    plugs.map(async (plug): Promise<Finding[]> => {
      try {
        return (await plug.check(channels)).map((found) => ({ ...found, about: plug.name }))
      } catch (error) {
        if (error instanceof DeskError) return [fail(plug.name, error.message)]
        throw error
      }
    }),
  )
  return all.flat()
}
