import type { DeliveryReport } from '#ports/channel.ts'
import { carriedTo } from '#store/outbox/carried.ts'
import { sentRow } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'
import { notDelivered } from './not-delivered.ts'

/**
 * What a provider says of a message it took, on the disk when this resolves. Where it failed its consequence is drawn with it; a
 * report that comes before the provider's own answer is kept for when that comes.
 * @returns whether there is something to send now
 */
export async function delivered(desk: DeskContext, report: DeliveryReport): Promise<boolean> {
  return desk.sql.write(function* () {
    const isNews = yield* carriedTo(report)
    const row = isNews && report.carried === 'failed' ? yield* sentRow(report.row) : undefined
    if (row) yield* notDelivered(desk, row, report.why ?? 'refused')
    return row !== undefined
  })
}
