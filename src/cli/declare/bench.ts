import { type Command, Option } from 'commander'
import { examples, guarded } from '../options.ts'

/** `bench`: what the desk costs on this machine. */
export function declareBench(program: Command): void {
  const bench = program
    .command('bench')
    .description(
      'measure the desk on this machine: latency, throughput, growth, start-up, memory, leads that come at once, and channels under load',
    )
    .option('--messages <number>', 'length of the long conversation', '10000')
    .option('--rest <seconds>', 'when resident memory is read after a start', '60')
    .option('--seconds <number>', 'how long each channel is under load', '60')
    .addOption(
      new Option('--only <part>', 'measure one part').choices([
        'reading',
        'tasks',
        'growth',
        'program',
        'forms',
        'model',
        'receivers',
      ]),
    )
    .action(guarded(async (flags) => (await import('../command-bench.ts')).bench(flags)))
  examples(bench, ['nightdesk bench', 'nightdesk bench --messages 2000 --rest 10', 'nightdesk bench --only forms'])
}
