import type { ConsoleParts } from '#web/parts.ts'
import type { Composition } from './compose.ts'

/** Takes files that the console was given into the embedded CRM. */
export const importWeb =
  ({ local, context }: Pick<Composition, 'local' | 'context'>): ConsoleParts['importRecords'] =>
  (kind, { text, ...given }) =>
    local.importers[kind]({
      ...given,
      zone: context.policy().company.timezone,
      async *open() {
        yield text
      },
    })
