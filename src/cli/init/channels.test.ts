import { expect, test } from 'vitest'
import { plugs } from '#integrations/manifest.ts'
import { askPlugs, withSettings } from './channels.ts'

/** Somebody at the terminal, by what they type. */
function typing(answers: string[]) {
  const said: string[] = []
  return {
    said,
    ask: {
      line: async () => answers.shift() ?? '',
      say: (text: string) => said.push(text),
      yes: async () => answers.shift() === 'yes',
    },
  }
}
const slack = plugs.filter((plug) => plug.name === 'slack')

test('a team on Slack is told what to paste where, and gives two tokens; one that cannot be right is asked for again', async () => {
  const { ask, said } = typing(['yes', 'xapp-in-the-wrong-place', 'xoxb-1', ''])
  expect(await askPlugs(ask, slack)).toEqual({ SLACK_BOT_TOKEN: 'xoxb-1' })
  expect(said.join('\n')).toMatch(/From a manifest, and paste integrations\/slack\/slack-manifest\.yaml/)
  expect(said.at(-1)).toBe('Please give something like xoxb-....')
  expect(await askPlugs(typing(['no']).ask, slack)).toEqual({})
})

test('a setting takes its own line, and everything else stays as it was', () => {
  expect(withSettings('# mine\nPORT=1\nSLACK_BOT_TOKEN=old\n', { SLACK_BOT_TOKEN: 'new', SLACK_APP_TOKEN: 'x' })).toBe(
    '# mine\nPORT=1\nSLACK_BOT_TOKEN=new\nSLACK_APP_TOKEN=x\n',
  )
  expect(withSettings('', { A: '1' })).toBe('A=1\n')
  expect(withSettings('#SLACK_BOT_TOKEN=example', { SLACK_BOT_TOKEN: 'n' })).toBe(
    '#SLACK_BOT_TOKEN=example\nSLACK_BOT_TOKEN=n\n',
  )
})
