import type { types } from '@slack/bolt'
import type { DecisionVerb } from '#kernel/inbound.ts'
import type { AutonomyOf, HomeView } from '#ports/channel.ts'
import { button, context, section } from '../send/blocks.ts'
import { moment } from '../send/card.ts'
import { cutEscaped } from '../send/mrkdwn.ts'

/** Shown of each; the console shows all. A Home takes 100 blocks. */
const CARDS = 20
const DONE = 25
const LINE_LENGTH = 600

/** The desk's own page in Slack: what waits for a decision, what was done today, how far the desk goes alone, and what it cost. */
export function homeView({ name, cards, done, paused, autonomy, cost }: HomeView): types.HomeView {
  return {
    type: 'home',
    blocks: [
      section(`*${cutEscaped(name, 80)}'s desk*${paused ? ' · paused: nothing is done without a yes' : ''}`),
      section(cards.length === 0 ? 'Nothing waits for a decision.' : `*To decide* (${cards.length})`),
      ...cards.slice(0, CARDS).flatMap(cardBlocks),
      { type: 'divider' },
      section(done.length === 0 ? 'Nothing was done today yet.' : `*Done today* (${done.length})`),
      ...done.slice(0, DONE).map(doneBlock),
      { type: 'divider' },
      section('*How far it goes alone*'),
      ...autonomy.map(autonomyBlock),
      ...(cost ? [section('*What the model costs*'), context(`Today: ${cost.today} · This month: ${cost.month}`)] : []),
    ],
  }
}

function cardBlocks({ card, ticket, owner, editable }: HomeView['cards'][number]): types.KnownBlock[] {
  const has = (verb: DecisionVerb) => card.verbs.includes(verb)
  const said = [
    section(cutEscaped(card.headline, LINE_LENGTH)),
    context(`${cutEscaped(owner, 80)} · until ${moment(card.expiresAtMs)}`),
  ]
  if (ticket === null) return said
  const elements = [
    ...(has('approve') ? [button('card.approve', 'Approve', ticket, 'primary')] : []),
    ...(has('edit') && editable ? [button('card.edit', 'Edit', ticket)] : []),
    ...(has('take_over') ? [button('card.take_over', 'Take over', ticket)] : []),
    ...(has('decline') ? [button('card.decline', 'Decline', ticket, 'danger')] : []),
  ]
  return [...said, { type: 'actions', elements }]
}

function doneBlock(
  { action, sentence, atMs, undoable, undone }: HomeView['done'][number],
  at: number,
): types.KnownBlock {
  const text = cutEscaped(sentence, LINE_LENGTH)
  const said = `${undone ? `~${text.replaceAll('~', '')}~ (undone)` : text} · ${moment(atMs)}`
  const undo = button(`say.${at}`, 'Undo', `undo ${action}`)
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: said, verbatim: true },
    ...(undoable && !undone && { accessory: undo }),
  }
}

const LEVELS: Readonly<Record<AutonomyOf['levels'][number]['level'], string>> = {
  act: 'does',
  act_with_approval: 'asks first about',
  suggest: 'only suggests',
  never: 'never does',
}

/** One part of the work, as the policy has it: `*crm* · does note, field · never does delete`. */
function autonomyBlock({ section: name, levels }: AutonomyOf): types.KnownBlock {
  const said = levels.map(({ level, what }) => `${LEVELS[level]} ${what.join(', ').replaceAll('_', ' ')}`)
  return context([`*${name}*`, ...said].join(' · '))
}
