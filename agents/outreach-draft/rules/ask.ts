import { cleanLine } from '#kernel/display.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import type { Who } from './who.ts'

/** What is asked, or said, where it is not known who is meant; once. */
export function askWho(
  who: Exclude<Who, { type: 'contact' }> | null,
  { asked, reply = false }: { asked: readonly string[]; reply?: boolean },
): RulingDraft {
  if (who?.type === 'member')
    return { type: 'answer', text: `${who.name} is of the team: I write to people outside. Tell them yourself.` }
  const words = who?.type === 'nobody' ? cleanLine(who.words, 60) : ''
  if (asked.includes('who'))
    return {
      type: 'answer',
      text: `I still do not know who that is, so nothing was done. Put them on file ("add a contact: ${words === '' ? 'Ann Lee' : words}, their address"), then say it again.`,
    }
  if (who?.type === 'which') return question(who.text, who.choices)
  return question(
    words === ''
      ? `${reply ? 'Whose message is it that I answer' : 'Who is it for'}? Name somebody on file.`
      : `Nobody on file is called "${words}", or has an address there. Who is meant?`,
    [],
  )
}

const question = (text: string, choices: { label: string; value: string }[]): RulingDraft => ({
  type: 'ask',
  question: { text, slots: ['who'], choices },
})
