import type { Update } from '../request.ts'
import { channelAt, withoutChannel } from './channel.ts'
import { openingOf } from './opening.ts'
import { peopleAt } from './people.ts'
import { readWords } from './words.ts'

type Said = Pick<Update, 'whom' | 'all' | 'text' | 'topic' | 'channel' | 'file' | 'media' | 'reply' | 'draft'>

/** Whom a message is for, what it is about and what it says; the words stay as they were dictated. */
export function readUpdate(said: string, known: ReadonlySet<string>): Said {
  const { rest, open, channel, file, words, reply, draft } = openingOf(said, known)
  const { whom, all, behind } = open ? { whom: [], all: false, behind: rest } : peopleAt(rest, known)
  const early = channelAt(behind)
  const late = early ? null : withoutChannel(behind)
  const { text, topic } = readWords(early ? behind.slice(early.end) : (late?.text ?? behind))
  const way = early?.channel ?? late?.channel ?? channel
  return {
    whom,
    all,
    text: [words, text].filter(Boolean).join(' '),
    topic,
    channel: way,
    file,
    media: [],
    reply,
    draft: draft && (way === null || way === 'email'),
  }
}
