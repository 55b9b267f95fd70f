import { Argument, type Command } from 'commander'
import { READER_KINDS } from '../command-read.ts'
import { examples, guarded, homeOption, policyOption } from '../options.ts'

/** `run` and `read`: the desk, and its language layer, over newline-delimited JSON. */
export function declareDesk(program: Command): void {
  const run = program
    .command('run')
    .description('run the desk over newline-delimited JSON: one inbound a line in, one result a line out')
    .argument('<file>', 'the lines, or - for standard input')
    .addOption(homeOption())
    .addOption(policyOption())
    .option('--zone <name>', 'IANA time zone of a home without a policy')
    .option('--dry', 'propose, perform nothing')
    .option('--yes', "tap each flag's primary button as its owner")
    .option('--fork', 'run every line against an untouched copy of the home, and print what it changed')
    .action(guarded(async (file: string, flags) => (await import('../command-run.ts')).run(file, flags)))
  examples(run, [
    `echo '{"id":"1","at":"2026-11-23T09:00:00Z","from":{"kind":"member","id":"mia"},"text":"book 30 min tomorrow at 3pm"}' | nightdesk run -`,
    'nightdesk run day.ndjson --fork --yes',
  ])

  const read = program
    .command('read')
    .description('print what the language layer understands, one JSON object a line in, one a line out')
    .addArgument(new Argument('<kind>', READER_KINDS.join(', ')))
    .argument('<file>', 'the lines, or - for standard input')
    .action(guarded(async (kind: string, file: string) => (await import('../command-read.ts')).read(kind, file)))
  examples(read, [`echo '{"id":"1","text":"book a call with Jo on Friday"}' | nightdesk read intent -`])
}
