import type { webApi } from '@slack/bolt'
import type { InOrder } from '#kernel/in-order.ts'
import type { ChannelDesk, ChannelKit } from '#ports/channel.ts'
import type { Directory } from './directory.ts'

/** Said in the log of what is not for the desk. */
export const LEFT_ALONE = 'something Slack delivered was left alone'

/** What everything that receives works with, once the workspace is known. */
export interface Wiring {
  desk: ChannelDesk
  kit: ChannelKit
  web: webApi.WebClient
  directory: Directory
  /** Messages of a channel, in the order in which they came, however long it takes to learn who wrote one. */
  arrivals: InOrder
  /** Workspace id. */
  team: string
  /** User id of the desk itself. */
  bot: string
  /** Users whose page was opened: it is drawn anew when something changes. */
  shown: Set<string>
}
