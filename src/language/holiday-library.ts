import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'

let library: typeof Holidays | null = null

/** `date-holidays`, loaded with its data (some 30 MB) when the first holiday is asked for: most messages ask for none. */
export function holidayLibrary(): typeof Holidays {
  library ??= createRequire(import.meta.url)('date-holidays') as typeof Holidays
  return library
}
