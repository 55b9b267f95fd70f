import { cleanText } from '#kernel/display.ts'
import { readPerson } from '#language/person.ts'
import type { Outside } from '../request/outside.ts'

const ERASE =
  /\b(?:delete|erase|remove|forget|wipe|destroy)\b.{0,40}\b(?:my|our|all|personal)\b.{0,30}\b(?:data|details|information|info|record|account|profile)\b|\bforget me\b|\bright to (?:be forgotten|erasure)\b|\b(?:borr|elimin|suprim)\w*\b.{0,40}\b(?:mis|nuestros|todos)\b.{0,20}\bdatos\b|\b(?:supprim|effac)\w*\b.{0,40}\b(?:mes|nos|toutes)\b.{0,30}\bdonn[ée]es\b|\b(?:l[öo]sch|entfern)\w*\b.{0,40}\bdaten\b|\bdaten\b.{0,40}\bl[öo]sch/iu
const ACCESS =
  /\b(?:what|which|send|show|give|copy)\b.{0,40}\b(?:data|information|details)\b.{0,40}\b(?:about me|on me|of me|you (?:hold|have|keep|store))\b|\bsubject access\b|\bqu[ée] datos\b|\bquelles donn[ée]es\b|\bwelche daten\b/iu
const UPDATE = /\b(?:new|changed?|update|our|my|nueva?|nouve(?:au|lle)|neue[rsn]?|cambi\w+|ge[äa]ndert)\b/iu

/** What somebody outside asks about their own record. */
export function readOutside(text: string, country: string | undefined): Outside {
  const found = readPerson(text, { as: 'message', ...(country ? { country } : {}) })
  const email = found.find(({ kind }) => kind === 'email')?.value ?? null
  const phone = found.find(({ kind }) => kind === 'phone')?.value ?? null
  return {
    kind: 'outside',
    wish: wishIn(text, email ?? phone),
    words: cleanText(text, { oneLine: true, maxLength: 300 }),
    email,
    phone,
  }
}

function wishIn(text: string, reach: string | null): Outside['wish'] {
  if (ERASE.test(text)) return 'erase'
  if (ACCESS.test(text)) return 'access'
  return reach !== null && UPDATE.test(text) ? 'update' : 'other'
}
