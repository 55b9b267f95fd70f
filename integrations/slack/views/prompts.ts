import type { SlackEvent } from '../receive/bodies.ts'
import type { Wiring } from '../wiring.ts'

const FOR_MEMBERS = [
  { title: 'What is on today?', message: "what's on today" },
  { title: 'Find a time', message: 'find 30 min this week' },
  { title: 'What waits for a decision?', message: 'flags' },
  { title: 'What can you do?', message: 'help' },
]

/** Guests and people of other companies: words of the team mean nothing from them. */
const FOR_OUTSIDERS = [
  { title: 'Find a time to meet', message: 'can we meet this week?' },
  { title: 'Move our meeting', message: 'can we move our meeting?' },
]

/** Something to begin with, in the pane of the assistant that somebody opened. Slack takes up to four. */
export async function showPrompts(
  { web, directory }: Wiring,
  { user_id, channel_id, thread_ts }: NonNullable<SlackEvent['assistant_thread']>,
): Promise<void> {
  const prompts = (await directory.memberOf(user_id)) ? FOR_MEMBERS : FOR_OUTSIDERS
  await web.assistant.threads.setSuggestedPrompts({ channel_id, thread_ts, prompts })
}
