import type { Agent } from '#ports/agent.ts'
import type { Router } from '#ports/router.ts'

/** Longer messages say what they are about themselves. */
const MOST_CHARACTERS = 120

/** Finds the agents whose last task a message may go on with, by the shapes their cues have for that. */
export function goingOnIn(agents: readonly Agent[]): Router['goingOn'] {
  const shapes = agents.flatMap(({ contract, cues }) =>
    cues.flatMap(({ goesOn, intent, audience }) =>
      goesOn
        ? (['done', 'open'] as const).map((after) => ({
            agent: contract.id,
            intent,
            after,
            audience,
            shape: goesOn[after],
          }))
        : [],
    ),
  )
  return ({ text, from }) =>
    text.length > MOST_CHARACTERS
      ? []
      : shapes
          .filter(({ shape, audience }) => (audience?.includes(from) ?? true) && shape.test(text))
          .map(({ agent, intent, after }) => ({ agent, intent, after }))
}
