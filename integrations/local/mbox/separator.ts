/** What our own files say of a message on its separator line: the one line that no sender of mail can write. */
export interface Place {
  folder: string
  thread: string | null
}

const IN_INBOX: Place = { folder: 'inbox', thread: null }

/** `ada@x.example Sun Oct  1 09:15:02 2023 folder=sent thread=m1%40x` */
export function separatorLine(from: string | null, sentAt: string | null, { folder, thread }: Place): string {
  const utc = new Date(sentAt ?? 0).toUTCString()
  const day = String(Number(utc.slice(5, 7))).padStart(2)
  const time = `${utc.slice(0, 3)} ${utc.slice(8, 11)} ${day} ${utc.slice(17, 25)} ${utc.slice(12, 16)}`
  const who = /^[!-~]+$/.test(from ?? '') ? from : '-'
  const more = thread === null ? '' : ` thread=${encodeURIComponent(thread)}`
  return `From ${who} ${time} folder=${encodeURIComponent(folder)}${more}`
}

/** Where a message goes: into the inbox, unless the file is our own and says otherwise. */
export function placeIn(separator: string): Place {
  const found = /\d{4} folder=(\S+?)(?: thread=(\S+))?$/.exec(separator)
  if (!found) return IN_INBOX
  try {
    const [folder = '', thread] = found
      .slice(1)
      .map((part) => (part === undefined ? undefined : decodeURIComponent(part)))
    return { folder, thread: thread ?? null }
  } catch {
    return IN_INBOX
  }
}
