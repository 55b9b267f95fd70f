import type { Command } from 'commander'
import { examples, guarded, homeOption, policyOption } from '../options.ts'

/** `init`, `doctor` and `audit`: making a home, and seeing that it is sound. */
export function declareHome(program: Command): void {
  const init = program
    .command('init')
    .description(
      'ask for the company, its people and its channels; write policy.yaml into the home and settings into .env',
    )
    .addOption(homeOption())
    .option('--answers <file>', 'the answers as JSON (see the page on the command), instead of asking')
    .option('--force', 'replace a policy that is there already; the old one is kept as policy.yaml.old')
    .action(guarded(async (flags) => (await import('../command-init.ts')).init(flags)))
  examples(init, ['nightdesk init', 'nightdesk init --home ./desk --answers answers.json'])

  const doctor = program
    .command('doctor')
    .description('check the machine and the home, one line each; the exit status is 1 where something must be mended')
    .addOption(homeOption())
    .addOption(policyOption())
    .action(guarded(async (flags) => (await import('../command-doctor.ts')).doctor(flags)))
  examples(doctor, ['nightdesk doctor'])

  const audit = program.command('audit').description('the append-only chain of everything the desk did')
  const verify = audit
    .command('verify')
    .description('walk the whole chain and name the first row that is wrong')
    .addOption(homeOption())
    .action(guarded(async (flags) => (await import('../command-audit.ts')).verify(flags)))
  examples(verify, ['nightdesk audit verify'])
  const give = audit
    .command('export')
    .description('the same as `nightdesk export audit`')
    .argument('<file>', 'the file to write, or - for standard output')
    .addOption(homeOption())
    .action(
      guarded(async (file: string, flags) => (await import('../command-export.ts')).exportFile('audit', file, flags)),
    )
  examples(give, ['nightdesk audit export audit.ndjson'])
}
