import type { Command } from 'commander'
import { EXPORT_KINDS, IMPORT_KINDS } from '../kinds.ts'
import { examples, guarded, homeOption, policyOption } from '../options.ts'

/** `import` and `export`: what a home keeps, as ordinary files. */
export function declareFiles(program: Command): void {
  const takeIn = program
    .command('import')
    .description(
      'take a file in: a calendar (ICS), contacts, accounts or deals (CSV), mail (mbox); records that are there already are updated',
    )
    .argument('<kind>', IMPORT_KINDS.join(', '))
    .argument('<file>', 'the file, or - for standard input')
    .addOption(homeOption())
    .addOption(policyOption())
    .option('--for <member>', 'whose calendar it is: events that name no organizer are theirs')
    .option('--dry-run', 'write nothing: say what would be added and changed, and what looks like a duplicate')
    .action(
      guarded(async (kind: string, file: string, flags) =>
        (await import('../command-import.ts')).importFile(kind, file, flags),
      ),
    )
  examples(takeIn, [
    'nightdesk import calendar mia.ics --for mia',
    'nightdesk import contacts clients.csv',
    'nightdesk import deals pipeline.csv',
    'nightdesk import mail inbox.mbox',
  ])

  const giveOut = program
    .command('export')
    .description(
      'write everything of a kind to a file: a calendar (ICS), contacts, accounts or deals (CSV), mail (mbox), records that may be there twice (CSV), the audit chain (NDJSON)',
    )
    .argument('<kind>', EXPORT_KINDS.join(', '))
    .argument('<file>', 'the file to write, or - for standard output')
    .addOption(homeOption())
    .addOption(policyOption())
    .option('--json', 'records as newline-delimited JSON, sorted by id')
    .action(
      guarded(async (kind: string, file: string, flags) =>
        (await import('../command-export.ts')).exportFile(kind, file, flags),
      ),
    )
  examples(giveOut, [
    'nightdesk export calendar team.ics',
    'nightdesk export contacts - --json',
    'nightdesk export deals pipeline.csv',
    'nightdesk export duplicates -',
    'nightdesk export audit audit.ndjson',
  ])
}
