import type { Cue } from '#kernel/cue.ts'
import { DeskError } from '#kernel/errors.ts'
import type { Pack, PackPrompt } from '#kernel/pack.ts'

/** The prompt of a step. @throws DeskError PACK_INVALID; the loader has asked for it, where the step was named to it */
export function promptIn(pack: Pack, step: string): PackPrompt {
  return pack.prompts[step] ?? missing(pack, `prompts.${step}`)
}

/** A threshold by its name. @throws DeskError PACK_INVALID; the loader has asked for it, where it was named to it */
export function thresholdIn(pack: Pack, name: string): number {
  return pack.thresholds[name] ?? missing(pack, `thresholds.${name}`)
}

/** Cues as a pack has them: some not heard in plain words, some with more examples. */
export function cuesIn(cues: readonly Cue[], { cues: { off, examples } }: Pack): readonly Cue[] {
  if (off.length === 0 && Object.keys(examples).length === 0) return cues
  const told = new Set<string>()
  return cues.flatMap((cue) => {
    if (off.includes(cue.intent)) return cue.slash === null ? [] : [onlyItsVerb(cue)]
    const more = told.has(cue.intent) ? [] : (examples[cue.intent] ?? [])
    told.add(cue.intent)
    return [more.length === 0 ? cue : { ...cue, examples: [...cue.examples, ...more] }]
  })
}

const onlyItsVerb = ({ intent, slash, audience }: Cue): Cue => ({
  intent,
  slash,
  verbs: [],
  objects: [],
  refusals: [],
  examples: [],
  ...(audience && { audience }),
})

function missing({ version }: Pack, problem: string): never {
  throw new DeskError('PACK_INVALID', { file: `${version}.yaml`, problem: `${problem} is missing` })
}
