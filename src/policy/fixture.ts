import { DeskError } from '#kernel/errors.ts'
import { parsePolicy } from './parse.ts'

/** The least a policy can be, for tests: seven lines, so that what a test adds begins on line 8, inside the only person. */
export const LEAST = `version: 1
company:
  name: Northwind Studio
  timezone: Europe/London
people:
  - id: mia
    name: Mia Chen
`

/** The problems of a text, the first first, without the file's name. */
export function problemsIn(text: string): string[] {
  try {
    parsePolicy(text, { file: 'policy.yaml' })
    return []
  } catch (error) {
    if (!(error instanceof DeskError) || error.code !== 'POLICY_INVALID') throw error
    const more = String(error.details.more)
    return [error.message, ...(more === '' ? [] : more.split('\n'))].map((one) => one.replace('policy.yaml, ', ''))
  }
}
