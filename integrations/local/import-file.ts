/** A file to be taken in. `open` begins reading it anew at every call. */
export interface ImportFile {
  /** How the file is called in messages. */
  file: string
  open: () => AsyncIterable<string>
  /** Zone of whole days and of times that name none (the company's), where the file itself does not say (`X-WR-TIMEZONE`). */
  zone: string
  /** Whose events those without an organizer are. */
  organizer?: string
  /** Writes nothing: only says what would be done, and what looks like a duplicate. */
  dryRun?: boolean
  onProgress?: (progress: { done: number; total: number }) => void
}

/** A file whose whole text is at hand. */
export type TextImport = Pick<ImportFile, 'file' | 'onProgress' | 'dryRun'>

/** What became of a record of a file. */
export type Fate = 'added' | 'changed' | 'unchanged'

/** What an import did, by record. */
export interface ImportReport extends Record<Fate, number> {
  /** Of a dry run: rows that look like another row or record, a sentence each. */
  duplicates?: readonly string[]
  /** What of the file could not be read, a sentence each; the rest of it was taken in. */
  problems?: readonly string[]
}
