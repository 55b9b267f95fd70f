/** A form that something which is withheld has. */
export interface Shape {
  pattern: RegExp
  /** Whether what looks like one is one, by itself and by the words round it; absent: it is. */
  holds?(found: string, before: string, after: string): boolean
  /** What stands in its place. */
  shown(found: string): string
}
