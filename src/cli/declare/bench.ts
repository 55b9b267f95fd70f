import { type Command, Option } from 'commander'
import { examples, guarded } from '../options.ts'

/** `bench`: what the desk costs on this machine. */
export function declareBench(program: Command): void {
  const bench = program
    .command('bench')
    .description(
      'measure the desk on this machine: latency, throughput, growth, start-up, memory, and leads that come at once',
    )
    .option('--messages <number>', 'length of the long conversation', '10000')
    .option('--rest <seconds>', 'when resident memory is read after a start', '60')
    .addOption(
      new Option('--only <part>', 'measure one part').choices([
        'reading',
        'tasks',
        'growth',
        'program',
        'forms',
        'model',
      ]),
    )
    .action(guarded(async (flags) => (await import('../command-bench.ts')).bench(flags)))
  examples(bench, ['nightdesk bench', 'nightdesk bench --messages 2000 --rest 10', 'nightdesk bench --only forms'])
}
