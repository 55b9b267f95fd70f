import type { Tier } from '#kernel/ruling.ts'
import type { DeskContext } from '../context.ts'

type Parts = Pick<DeskContext, 'models' | 'policy'>

/**
 * Why what would be done by itself is asked first: while the model does not answer, everything is (DOMAIN 1.7); while it has no
 * money left, what it had read is, for nobody can look at that again. Null while all is well.
 */
export function cautionOf({ models }: Parts, tier: Tier): string | null {
  const trouble = models.trouble()
  if (trouble === 'down') return 'fixed: the model does not answer, so it is asked first'
  return trouble === 'spent' && tier === 'model' ? 'fixed: a model read it that has no money left today' : null
}

/** Who has stopped the desk where the policy wants it stopped for its budget (`budget.on_exceed`); null otherwise. */
export const stoppedBy = ({ models, policy }: Parts): string | null =>
  models.trouble() === 'spent' && policy().budget.onExceed === 'stop'
    ? 'its budget of the day (budget.on_exceed)'
    : null
