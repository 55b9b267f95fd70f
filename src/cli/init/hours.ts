/**
 * Working hours as somebody types them, `mon-thu 09:30-18:00; fri 09:00-12:00, 13:00-16:00`, as the policy writes them; the
 * words themselves where they are no such thing, so that whoever checks them can say what they must be.
 */
export function hoursIn(words: string): unknown {
  const parts = words.split(';').map((part) => /^\s*([a-z, -]*[a-z])\s+(\d[\d:, -]*)$/i.exec(part.trim()))
  const entries = parts.flatMap((part) =>
    part?.[1] && part[2] ? [[part[1].toLowerCase(), part[2].trim()] as const] : [],
  )
  return entries.length === parts.length ? Object.fromEntries(entries) : words
}
