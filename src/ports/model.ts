import type { z } from 'zod'

export interface ModelAnswer<T> {
  value: T
  tokens: number
  usd: number
}

/** The model rung of the ladder. It extracts or writes; it never decides. Absent where none is configured. */
export interface Model {
  readonly name: string
  /** Reads the text into the schema, or null where it cannot; never throws for what the model said. */
  read<T>(ask: { instruction: string; text: string; schema: z.ZodType<T> }): Promise<ModelAnswer<T> | null>
}
