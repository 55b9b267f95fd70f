import { DeskError } from '#kernel/errors.ts'
import type { ChannelDesk } from '#ports/channel.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { flagById } from '#store/flags/flag-rows.ts'
import { heardLately } from '#store/journal/heard-lately.ts'
import { spokeIn } from '#store/journal/history.ts'
import { messagesIn } from '#store/outbox/outbox.ts'
import { dropSetting, getSetting, putSetting } from '#store/settings.ts'
import { actionContext } from '../act/action-context.ts'
import { checkOpenTo } from '../act/decide.ts'
import { memberPrincipal } from '../act/member-principal.ts'
import { flagOfTicket, mintTickets } from '../act/tickets.ts'
import type { Desk } from '../desk.ts'
import { delivered } from '../out/delivered.ts'
import { tellMissed } from '../watch/missed.ts'
import { pausedBy } from '../watch/pause.ts'
import { autonomyView } from './autonomy.ts'
import { costView, sayCost } from './cost.ts'
import { editFields } from './edit-fields.ts'
import { openCards } from './flags.ts'
import { doneToday } from './ledger.ts'
import { namedBy } from './named.ts'
import { viewerOf } from './viewer.ts'

/** Messages a channel is told of that were heard on it lately. */
const MOST_HEARD = 500

/** What a channel, by its name, may ask of a running desk; who starts it hears when it is closed. */
export function channelDesk(
  desk: Pick<Desk, 'context' | 'receive' | 'wake'>,
  channel: string,
): Omit<ChannelDesk, 'closed'> {
  const { context } = desk
  const named = (name: string): string => `channel:${channel}:${name}`
  return {
    receive: (event) => desk.receive(event),
    async delivered(report) {
      if (await delivered(context, report)) desk.wake()
    },
    heardSince: (sinceMs) => context.sql.read(() => heardLately(channel, sinceMs, MOST_HEARD)),
    async missed(count) {
      await tellMissed(context, channel, count)
      desk.wake()
    },
    takesPart: (conversation) =>
      context.sql.read(function* () {
        return (yield* spokeIn(conversation, 1)).length > 0 || (yield* messagesIn(conversation, 1)).length > 0
      }),
    async editForm(ticket, member) {
      const person = context.policy().people.find((one) => one.id === member)
      try {
        const { flag, plan, isAsShown } = await flagOfTicket(context, ticket)
        if (!person) throw new DeskError('NOT_YOUR_DECISION', { owner: flag.owner })
        checkOpenTo(context, flag, memberPrincipal(person))
        if (!isAsShown) throw new DeskError('CARD_CHANGED')
        const editor = await actionContext(context, memberPrincipal(person), [
          plan.map(({ args, before }) => [args, before]),
        ])
        return { headline: flag.body.headline, zone: person.timezone, fields: editFields(plan, editor) }
      } catch (error) {
        if (error instanceof DeskError) return { closed: error.message }
        throw error
      }
    },
    async home(member) {
      const viewer = viewerOf(context.policy(), member)
      if (!viewer) return null
      const [cards, done, paused, cost] = await Promise.all([
        openCards(context, viewer),
        doneToday(context, viewer),
        pausedBy(context),
        costView(context),
      ])
      const decidable = cards.filter((card) => card.decision !== null)
      const shown = await context.sql.read(function* () {
        const found = []
        for (const { card } of decidable) {
          const flag = yield* flagById(card.flag)
          if (flag) found.push({ flag, plan: yield* actionsOf(flag.task) })
        }
        return found
      })
      const tickets = await mintTickets(context, shown)
      const ticketOf = (flag: string) => tickets[shown.findIndex((one) => one.flag.id === flag)] ?? null
      return {
        name: viewer.name,
        cards: cards.map(({ card, owner, edit }) => ({
          card,
          ticket: ticketOf(card.flag),
          owner,
          editable: edit.length > 0,
        })),
        done: done.map(({ action, sentence, atMs, undoUntilMs, undone }) => ({
          action,
          sentence,
          atMs,
          undoable: undoUntilMs !== null,
          undone,
        })),
        paused: paused !== null,
        autonomy: autonomyView(context.policy()),
        cost: cost.configured ? { today: sayCost(cost.today), month: sayCost(cost.month) } : null,
      }
    },
    named: (member, about) => namedBy(context, member, about),
    kept: async (name) => (await context.sql.read(() => getSetting(named(name)))) ?? null,
    keep: (name, value) =>
      context.sql.write(() => (value === null ? dropSetting(named(name)) : putSetting(named(name), value)), {
        lazy: true,
      }),
  }
}
