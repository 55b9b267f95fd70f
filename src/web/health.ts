import { Hono } from 'hono'
import { costView } from '#desk/views/cost.ts'
import { countsNow, storeAnswers } from '#desk/views/counts.ts'
import { type SpeedToLead, speedToLead } from '#desk/views/speed-to-lead.ts'
import { closedChannels } from '#desk/watch/closed-channels.ts'
import { SECOND_MS } from '#kernel/units.ts'
import type { ConsoleParts } from './parts.ts'

/** `/healthz`: the process answers. `/readyz`: the store does too; a channel that is closed until something is mended has a line. `/metrics`: counts, for Prometheus. */
export function healthApp(parts: ConsoleParts): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => {
    await storeAnswers(parts.desk.context)
    const closed = await closedChannels(parts.desk.context)
    return c.text(['ready', ...closed.map(({ channel, problem }) => `${channel} is closed: ${problem}`), ''].join('\n'))
  })
  app.get('/metrics', async (c) =>
    c.body(await metrics(parts), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  )
  return app
}

/** The text format of Prometheus: prometheus.io/docs/instrumenting/exposition_formats. */
async function metrics({ desk, startedMs, flushes, forms }: ConsoleParts): Promise<string> {
  const counts = await countsNow(desk.context)
  const speed = await speedToLead(desk.context)
  const cost = await costView(desk.context)
  const trouble = desk.context.models.trouble()
  const uptimeS = (desk.context.clock.nowMs() - startedMs) / SECOND_MS
  return [
    ...metric(
      'tasks',
      'gauge',
      'Tasks by status and agent.',
      counts.tasks.map(({ status, agent, count }) => [`{status="${label(status)}",agent="${label(agent)}"}`, count]),
    ),
    ...metric(
      'channel_closed',
      'gauge',
      'Channels that are closed until something is mended.',
      (await closedChannels(desk.context)).map(({ channel }) => [`{channel="${label(channel)}"}`, 1]),
    ),
    ...metric('flags_open', 'gauge', 'Flags that wait for a decision.', [['', counts.openFlags]]),
    ...metric('outbox_queued', 'gauge', 'Messages not sent yet.', [['', counts.outboxQueued]]),
    ...metric('journal_waiting', 'gauge', 'Events that are due and not begun.', [['', counts.journalWaiting]]),
    ...metric('speed_to_lead_seconds', 'gauge', 'Time to the first answer of leads.', [
      ...waits('today', speed.today),
      ...waits('30d', speed.month),
    ]),
    ...metric('leads_answered', 'gauge', 'Leads that were answered.', [
      ['{window="today"}', speed.today.answered],
      ['{window="30d"}', speed.month.answered],
    ]),
    ...metric(
      'forms_turned_away_total',
      'counter',
      'Posts of forms that were turned away at the door, by why.',
      forms.tally.all().map(({ form, why, count }) => [`{form="${label(form)}",why="${why}"}`, count]),
    ),
    ...metric(
      'model_tokens_today',
      'gauge',
      'Tokens models have used today, by the account.',
      cost.agentsToday.map(({ agent, tokens }) => [`{agent="${label(agent)}"}`, tokens]),
    ),
    ...metric(
      'model_usd_today',
      'gauge',
      'What models have cost today in US dollars, by the account.',
      cost.agentsToday.map(({ agent, usdMicros }) => [`{agent="${label(agent)}"}`, usdMicros / 1_000_000]),
    ),
    ...metric('model_trouble', 'gauge', 'Why no model is asked: down, or spent for today.', [
      ['{why="down"}', Number(trouble === 'down')],
      ['{why="spent"}', Number(trouble === 'spent')],
    ]),
    ...metric('uptime_seconds', 'gauge', 'Seconds since the start.', [['', uptimeS]]),
    ...metric('disk_flushes_total', 'counter', 'Times the store waited for the disk.', [['', flushes()]]),
    '',
  ].join('\n')
}

/** The median, the 95th of 100 and the slowest; nothing while nobody was answered. */
const waits = (window: string, { medianMs, p95Ms, slowestMs }: SpeedToLead): [string, number][] =>
  Object.entries({ 0.5: medianMs, 0.95: p95Ms, 1: slowestMs }).flatMap(([quantile, ms]) =>
    ms === null ? [] : [[`{window="${window}",quantile="${quantile}"}`, ms / SECOND_MS]],
  )

function metric(name: string, type: string, help: string, samples: readonly (readonly [string, number])[]): string[] {
  const full = `nightdesk_${name}`
  return [
    `# HELP ${full} ${help}`,
    `# TYPE ${full} ${type}`,
    ...samples.map(([labels, value]) => `${full}${labels} ${value}`),
  ]
}

const label = (text: string): string => text.replace(/["\\\n]/g, '_')
