import type { DeliveryReport } from '#ports/channel.ts'
import { carriedTo } from '#store/outbox/carried.ts'
import type { DeskContext } from '../context.ts'

/** What a provider says of a message it took. It is on the disk when this resolves. */
export async function delivered(desk: DeskContext, report: DeliveryReport): Promise<void> {
  await desk.sql.write(() => carriedTo(report))
}
