import { type Command, Option } from 'commander'
import { MODES } from '../eval/case.ts'
import { examples, guarded, homeOption, policyOption } from '../options.ts'

/** `eval`: how well the desk understands, by rules, by the configured model, and by both. */
export function declareEval(program: Command): void {
  const evaluation = program
    .command('eval')
    .description(
      "play every agent's scenarios, and sets of labelled messages, by rules alone, by rules and then the model, and by the model alone",
    )
    .addOption(homeOption())
    .addOption(policyOption())
    .option('--data <folder>', 'sets of labelled messages (see the page on the command)')
    .option('--agent <id>', 'the scenarios of one agent')
    .addOption(new Option('--only <mode>', 'one way of answering').choices(MODES))
    .option('--limit <number>', 'messages of each set, evenly spread over it', '500')
    .option('--min <percent>', 'exit with status 1 where fewer turns of an agent come out right')
    .option('--max-usd <amount>', 'what the model may cost; then it is asked no more', '5')
    .option('--page <file>', 'where the page with the misses is written (default: eval.html in the home)')
    .action(guarded(async (flags) => (await import('../command-eval.ts')).evalAgents(flags)))
  examples(evaluation, ['nightdesk eval', 'nightdesk eval --data ./sets --limit 200', 'nightdesk eval --min 95'])
}
