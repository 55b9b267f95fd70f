import type { Command } from 'commander'
import { examples, guarded, homeOption, policyOption } from '../options.ts'

/** `versions` and `rollback`: which version of an agent is in force, and what is tried beside it. */
export function declareVersions(program: Command): void {
  const versions = program.command('versions').description('which version of an agent is in force, and what is tried')

  const list = versions
    .command('list')
    .description('the version of every agent that is in force, since when and by whom, and how its tasks ended')
    .addOption(homeOption())
    .addOption(policyOption())
    .action(guarded(async (flags) => (await import('../command-versions.ts')).list(flags)))
  examples(list, ['nightdesk versions list'])

  const use = versions
    .command('use')
    .description(
      'put a version of an agent in force; the version that is in force already ends what is tried beside it',
    )
    .argument('<agent>', 'id of the agent')
    .argument('<version>', 'version of a pack of its, such as 1.1.0')
    .addOption(homeOption())
    .addOption(policyOption())
    .action(
      guarded(async (agent: string, version: string, flags) =>
        (await import('../command-versions.ts')).use(agent, version, flags),
      ),
    )
  examples(use, ['nightdesk versions use scheduling 1.1.0'])

  const trial = versions
    .command('try')
    .description('try a version beside the one in force: on some of the tasks, or in its shadow, acting on nothing')
    .argument('<agent>', 'id of the agent')
    .argument('<version>', 'version of a pack of its, such as 1.1.0')
    .option('--percent <number>', 'on so many of a hundred tasks')
    .option('--member <id...>', 'on every task of these members')
    .option('--shadow', 'beside every task, acting on nothing')
    .addOption(homeOption())
    .addOption(policyOption())
    .action(
      guarded(async (agent: string, version: string, flags) =>
        (await import('../command-versions.ts')).tryOut(agent, version, flags),
      ),
    )
  examples(trial, [
    'nightdesk versions try scheduling 1.1.0 --percent 10',
    'nightdesk versions try scheduling 1.1.0 --member mia --member sam',
    'nightdesk versions try scheduling 1.1.0 --shadow',
  ])

  const differences = versions
    .command('differences')
    .description('on which tasks the version in the shadow of an agent ruled otherwise, newest first')
    .argument('<agent>', 'id of the agent')
    .addOption(homeOption())
    .addOption(policyOption())
    .action(guarded(async (agent: string, flags) => (await import('../command-versions.ts')).differences(agent, flags)))
  examples(differences, ['nightdesk versions differences scheduling'])

  const rollback = program
    .command('rollback')
    .description('end what is tried on tasks of an agent, else go back to the version before')
    .argument('<agent>', 'id of the agent')
    .addOption(homeOption())
    .addOption(policyOption())
    .action(guarded(async (agent: string, flags) => (await import('../command-versions.ts')).rollback(agent, flags)))
  examples(rollback, ['nightdesk rollback scheduling'])
}
