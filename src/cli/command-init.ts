import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Home, openHome } from '#app/home.ts'
import { modelPlugs, plugs } from '#integrations/manifest.ts'
import { DeskError } from '#kernel/errors.ts'
import { type PolicyAnswers, parsePolicy, writePolicy } from '#policy/policy.ts'
import { wholeText } from './files.ts'
import { answersIn } from './init/answers.ts'
import { askPlugs, withSettings } from './init/channels.ts'
import { askAll } from './init/questions.ts'
import { onTerminal } from './init/terminal.ts'
import { write } from './ndjson.ts'

export interface InitFlags {
  home: string
  /** A file of answers, instead of asking. */
  answers?: string
  force?: boolean
}

/** `nightdesk init`: writes policy.yaml into the home. @throws DeskError USAGE, POLICY_INVALID, HOME_UNWRITABLE */
export async function init(flags: InitFlags): Promise<number> {
  const home = openHome(resolve(flags.home))
  const isThere = existsSync(home.policy)
  if (flags.answers !== undefined) {
    if (isThere && !flags.force)
      throw new DeskError('USAGE', {
        problem: `${home.policy} is there already. Add --force to replace it (the old one is kept).`,
      })
    await keep(home, answersIn(await wholeText(flags.answers), flags.answers))
    return 0
  }
  if (!process.stdin.isTTY)
    throw new DeskError('USAGE', { problem: 'There is nobody here to ask. Give the answers with --answers FILE.' })
  const answers = await onTerminal(async (ask) => {
    if (
      isThere &&
      !flags.force &&
      !(await ask.yes(`${home.policy} is there already. Replace it (the old one is kept)?`))
    )
      return null
    const team = await askAll(ask, Intl.DateTimeFormat().resolvedOptions().timeZone)
    return { team, settings: await askPlugs(ask, [...plugs, ...modelPlugs]) }
  })
  if (answers === null) {
    await write('Nothing was changed.\n')
    return 0
  }
  await keep(home, answers.team)
  await keepSettings(resolve('.env'), answers.settings)
  return 0
}

/** Writes settings into the `.env` that the server reads, for this user's eyes. */
async function keepSettings(file: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const names = Object.keys(settings)
  if (names.length === 0) return
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  writeFileSync(file, withSettings(before, settings), { mode: 0o600 })
  await write(`Written: ${names.join(', ')} in ${file}. nightdesk doctor tries them.\n`)
}

async function keep(home: Home, answers: PolicyAnswers): Promise<void> {
  const text = writePolicy(answers)
  const policy = parsePolicy(text, { file: home.policy })
  if (existsSync(home.policy)) renameSync(home.policy, `${home.policy}.old`)
  writeFileSync(home.policy, text, { mode: 0o600 })
  const first = policy.people[0]?.id ?? 'owner'
  await write(
    [
      `Written: ${home.policy}. Every line in it says what it does; change it whenever you like.`,
      'Next:',
      `  nightdesk import calendar FILE.ics --for ${first} --home ${home.folder}`,
      `  nightdesk policy test "book 30 min tomorrow at 3pm" --home ${home.folder}`,
      `  NIGHTDESK_HOME=${home.folder} npm start`,
      '',
    ].join('\n'),
  )
}
