import { DeskError } from '#kernel/errors.ts'

/** The number that an option was given. @throws DeskError USAGE where it is none, or less than the least */
export function numberOf(option: string, text: string, least: number): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value) && value >= least) return value
  throw new DeskError('USAGE', { problem: `${option} needs a number from ${least} up, not "${text}".` })
}
