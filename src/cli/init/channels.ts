import type { Plug } from '#ports/plug.ts'
import type { Ask } from './ask.ts'

/** Asks which channels the team is on and whether there is a model, says what to paste where, and answers the settings given. */
export async function askPlugs(ask: Ask, plugs: readonly Plug[]): Promise<Record<string, string>> {
  const settings: Record<string, string> = {}
  for (const { setup, settings: known } of plugs) {
    if (!(await ask.yes(`\n${setup.question}`))) continue
    ask.say(setup.steps.join('\n'))
    for (const name of setup.asks) {
      const setting = known[name]
      const given = setting && (await askSetting(ask, name, setting.pattern, setting.example))
      if (given) settings[name] = given
    }
  }
  return settings
}

/** Asks until there is a value that can be right, or none. */
async function askSetting(ask: Ask, name: string, pattern: RegExp, example: string): Promise<string | null> {
  for (;;) {
    const words = (await ask.line(`${name} [later]: `)).trim()
    if (words === '') return null
    if (pattern.test(words)) return words
    ask.say(`Please give something like ${example}.`)
  }
}

/** The text of an `.env` in which settings stand as given: in their own line where they have one, else at the end. */
export function withSettings(env: string, settings: Readonly<Record<string, string>>): string {
  const left = new Map(Object.entries(settings))
  const lines = env.split('\n').map((line) => {
    const name = /^\s*(?:export\s+)?([A-Z_]+)\s*=/.exec(line)?.[1]
    const value = name === undefined ? undefined : left.get(name)
    if (name === undefined || value === undefined) return line
    left.delete(name)
    return `${name}=${value}`
  })
  const kept = lines.join('\n').replace(/\n*$/, '')
  return [...(kept ? [kept] : []), ...[...left].map(([name, value]) => `${name}=${value}`), ''].join('\n')
}
