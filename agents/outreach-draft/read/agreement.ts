import type { Agreement } from '../request.ts'
import { nameAtStart } from './names.ts'

const LEAD = /^(?:\W*(?:fyi|btw|ok|okay|note|so|hey)\b[\s,:]*)+/iu
const VERB = /\s+(?:is|has|are|have|also|just|agreed|opted|consented|said|wants|would|['’]s)\b/iu
const LONGEST = 300

/** Who agreed to what, from a member's words; WhatsApp is what is meant where no channel is named. */
export function readAgreement(text: string, known: ReadonlySet<string>): Pick<Agreement, 'whom' | 'channel' | 'words'> {
  const said = text.replace(LEAD, '').trim()
  const name = nameAtStart(said, known)?.words ?? said.slice(0, VERB.exec(said)?.index ?? 0).trim()
  const channel = /\b(?:e-?mail|mail)s?\b/iu.test(said) && !/whats ?app/iu.test(said) ? 'email' : 'whatsapp'
  return { whom: name === '' ? [] : [{ words: name, record: null }], channel, words: text.trim().slice(0, LONGEST) }
}
