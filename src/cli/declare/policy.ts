import type { Command } from 'commander'
import { examples, guarded, homeOption, policyOption } from '../options.ts'

/** `policy check|test|diff`: reading the team's own file, and seeing what it does. */
export function declarePolicy(program: Command): void {
  const policy = program.command('policy').description("check the team's policy, try a message on it, compare two")

  const check = policy
    .command('check')
    .description('say whether a policy can be used, and everything that is wrong with it')
    .argument('[file]', 'the policy; the one in force without it')
    .addOption(homeOption())
    .addOption(policyOption())
    .action(
      guarded(async (file: string | undefined, flags) => (await import('../command-policy.ts')).check(file, flags)),
    )
  examples(check, ['nightdesk policy check', 'nightdesk policy check draft.yaml'])

  const test = policy
    .command('test')
    .description('try a message on a copy of the home: who would do it, what it would do, and which line decides')
    .argument('<message>', 'what is said')
    .option('--from <who>', 'member:ID, client:ID or stranger; the first founder without it')
    .option('--at <instant>', 'when it is said, ISO 8601 with offset; now without it')
    .addOption(homeOption())
    .addOption(policyOption())
    .action(
      guarded(async (message: string, flags) => (await import('../command-policy-test.ts')).policyTest(message, flags)),
    )
  examples(test, [
    'nightdesk policy test "book 30 min with jo@acme.example tomorrow at 3pm"',
    'nightdesk policy test "cancel my meeting" --from client:c1 --policy draft.yaml',
  ])

  const diff = policy
    .command('diff')
    .description('what changes between two policies, defaults included, a line each')
    .argument('<before>', 'a policy')
    .argument('<after>', 'another policy')
    .action(
      guarded(async (before: string, after: string) => (await import('../command-policy.ts')).diff(before, after)),
    )
  examples(diff, ['nightdesk policy diff policy.yaml draft.yaml'])
}
