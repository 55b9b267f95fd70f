import type { Command } from 'commander'
import { examples, guarded } from '../options.ts'

/** `bench`: what the desk costs on this machine. */
export function declareBench(program: Command): void {
  const bench = program
    .command('bench')
    .description('measure the desk on this machine: latency, throughput, growth, start-up and memory')
    .option('--messages <number>', 'length of the long conversation', '10000')
    .option('--rest <seconds>', 'when resident memory is read after a start', '60')
    .action(guarded(async (flags) => (await import('../command-bench.ts')).bench(flags)))
  examples(bench, ['nightdesk bench', 'nightdesk bench --messages 2000 --rest 10'])
}
