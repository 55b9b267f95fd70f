/** A file to be taken in. `open` begins reading it anew at every call. */
export interface ImportFile {
  /** How the file is called in messages. */
  file: string
  open: () => AsyncIterable<string>
  /** Zone of whole days and of times that name none (the company's), where the file itself does not say (`X-WR-TIMEZONE`). */
  zone: string
  /** Whose events those without an organizer are. */
  organizer?: string
  onProgress?: (progress: { done: number; total: number }) => void
}

/** A file whose whole text is at hand. */
export type TextImport = Pick<ImportFile, 'file' | 'onProgress'>

/** What an import did, by record. */
export interface ImportReport {
  added: number
  changed: number
  unchanged: number
}
