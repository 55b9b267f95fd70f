/** What a find is. */
export type PersonKind = 'phone' | 'email' | 'url' | 'person' | 'company'

/** Somebody, or a way to reach them, found in a text. */
export interface PersonFind {
  kind: PersonKind
  /** The words as written. */
  text: string
  /** UTF-16 offsets in the text, end exclusive. */
  span: [start: number, end: number]
  /**
   * Phones: E.164 where the country is known, else the digits. E-mails: in lower case. URLs: as written. Persons: given name
   * and family name in that order. Companies: the name as written.
   */
  value: string
  /** Given names, without titles, initials and nicknames. */
  given?: string
  /** Family name with its particles ("van der Berg"). */
  family?: string
  /** Digits of a phone's extension. */
  extension?: string
}

/** What part of a text a find covers. */
export const overlaps = (a: { span: [number, number] }, b: { span: [number, number] }): boolean =>
  a.span[0] < b.span[1] && b.span[0] < a.span[1]
