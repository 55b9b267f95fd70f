import { z } from 'zod'

/** The languages in which the desk speaks to people outside the team. */
export const LANGUAGES = ['en', 'es', 'fr', 'de'] as const
export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>

/** The language of a policy or a channel ("de", "de-AT"), where the desk speaks it; else null. */
export function spoken(tag: string): Language | null {
  const [base = ''] = tag.toLowerCase().split(/[-_]/)
  return LANGUAGES.find((language) => language === base) ?? null
}
