import type { ChannelDesk, ChannelKit } from '#ports/channel.ts'
import type { Directory } from './directory.ts'
import type { Places } from './places.ts'
import type { Rest } from './rest.ts'
import type { DiscordSettings } from './settings.ts'

/** Said in the log of what is not for the desk. */
export const LEFT_ALONE = 'something Discord told was left alone'

/** What everything that receives works with, once the application is known. */
export interface Wiring {
  desk: ChannelDesk
  kit: ChannelKit
  rest: Rest
  directory: Directory
  places: Places
  settings: DiscordSettings
  /** Id of the application. */
  app: string
  /** User id of the desk itself. */
  bot: string
}
