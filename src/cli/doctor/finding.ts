/** What one check found. */
export interface Finding {
  state: 'ok' | 'warn' | 'fail'
  /** What was looked at, in a word or two. */
  about: string
  /** What was found and, where it is not well, the fix: one sentence. */
  says: string
}

export const ok = (about: string, says: string): Finding => ({ state: 'ok', about, says })
export const warn = (about: string, says: string): Finding => ({ state: 'warn', about, says })
export const fail = (about: string, says: string): Finding => ({ state: 'fail', about, says })
