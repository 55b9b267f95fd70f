import type { Log } from '../../request/query.ts'

const LOGGED =
  /\b(?:log|save|attach|keep|record|file|put|note(?: down)?|store|add)\b.*?\b(?:the |our |my )?(?:(?:last|latest|recent|today['’]s|yesterday['’]s)\s+)?(whatsapp|wa|slack|discord|e-?mail|mail|chat|conversation|messages?|thread|exchange|talk)(?:\s+(?:chat|conversation|messages?|thread|exchange|talk))?s?\s+(?:w\/|with|from|to|and)\s*(.+?)(?:\s+(?:in|to|on|at|as)\s+(?:the |our |her |his |their |a )?(?:crm|record|file|note|contact|card|system))?(?:\s+please|\s+pls)?\s*[.?!]*\s*$/iu
const CHANNELS: Readonly<Record<string, Log['channel']>> = {
  whatsapp: 'whatsapp',
  wa: 'whatsapp',
  slack: 'slack',
  discord: 'discord',
  mail: 'email',
  email: 'email',
  'e-mail': 'email',
}

/** "log the last WhatsApp w/ Pia": whose talk is kept, over which channel. Null where the text asks for no such thing. */
export function readLog(text: string): Log | null {
  const match = LOGGED.exec(text.replace(/\s+/g, ' '))
  if (
    !match?.[2] ||
    !/\b(?:last|latest|recent|chat|conversation|thread|exchange|talk|whatsapp|wa|messages?)\b/iu.test(match[0])
  )
    return null
  const name = match[2].replace(/['’]s$/u, '').trim()
  return { kind: 'log', name, record: null, channel: CHANNELS[(match[1] ?? '').toLowerCase()] ?? null }
}
