import type { IntentReader, Reading } from '#language/intent.ts'

/** A line of `nightdesk read intent`. */
export interface IntentRow {
  id: string
  text: string
}

export interface IntentLine extends Pick<Reading, 'agent' | 'intent' | 'confidence' | 'margin'> {
  id: string
}

/** Whose job the row's text is; `agent` and `intent` null where it is nobody's. */
export function readIntentRow(reader: IntentReader, row: IntentRow): IntentLine {
  const { agent, intent, confidence, margin } = reader.read(row.text)
  return { id: row.id, agent, intent, confidence, margin }
}
