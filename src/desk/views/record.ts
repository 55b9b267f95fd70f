import type { Activity } from '#kernel/activity.ts'
import { cleanText } from '#kernel/display.ts'
import type { Records } from '#kernel/record.ts'
import { toMs } from '#kernel/time.ts'
import { plainWords } from '#language/record-words.ts'
import { actionContext } from '../act/action-context.ts'
import type { DeskContext } from '../context.ts'
import { reachOf } from '../watch/reach.ts'
import { type HistoryEntry, recordHistory } from './record-history.ts'
import { lineOf, ownerName, type RecordLine, type ShownKind } from './records.ts'
import { type ShownField, shownFields } from './shown-fields.ts'
import { principalOf, type Viewer } from './viewer.ts'
import { type WayLine, wayLine } from './way-line.ts'

/** A note, call or task of a record. */
export interface ActivityLine {
  id: string
  kind: Activity['kind']
  text: string
  atMs: number
  by: string | null
  /** Of a task. */
  owner: string | null
  due: string | null
  done: boolean
}

/** Everything a page shows of one record. */
export interface RecordView {
  line: RecordLine
  fields: ShownField[]
  /** What it hangs together with, the closest first. */
  links: RecordLine[]
  activities: ActivityLine[]
  history: HistoryEntry[]
  /** Of a person: by which ways they can be written to; null for others. */
  ways: WayLine[] | null
}

const MOST_LINKS = 50
const MOST_ACTIVITIES = 100
const LONGEST_TEXT = 2000

/** One record with all that is known of it, or null where there is none; who asks by the id of one that became another gets that. */
export async function recordView(
  desk: DeskContext,
  kind: ShownKind,
  id: string,
  viewer: Viewer,
): Promise<RecordView | null> {
  const record = await desk.crm.get(kind, id)
  if (!record) return null
  const [context, links, activities, history, reach] = await Promise.all([
    actionContext(desk, principalOf(viewer), [record]),
    linksOf(desk, record),
    desk.crm.activitiesOf({ kind, id: record.id }),
    recordHistory(desk, kind, record.id, viewer),
    kind === 'contact' ? reachOf(desk, record.id) : null,
  ])
  return {
    line: lineOf(desk, kind, record),
    fields: shownFields(kind, { ...record }, context),
    links: links.slice(0, MOST_LINKS),
    activities: activities.slice(0, MOST_ACTIVITIES).map((one) => activityLine(desk, one)),
    history,
    ways: reach?.ways.map((way) => wayLine(desk, way, reach)) ?? null,
  }
}

const activityLine = (desk: DeskContext, one: Activity): ActivityLine => ({
  id: one.id,
  kind: one.kind,
  text: cleanText(one.text, { maxLength: LONGEST_TEXT }),
  atMs: toMs(one.at),
  by: ownerName(desk, one.by),
  owner: ownerName(desk, one.owner),
  due: one.due,
  done: one.done,
})

/** An account has its people and deals, a person their company and deals, a deal whom it is with. */
async function linksOf(desk: DeskContext, record: Records[ShownKind]): Promise<RecordLine[]> {
  const { crm } = desk
  if ('stage' in record) {
    const account = record.account === null ? null : await crm.get('account', record.account)
    const contact = record.contact === null ? null : await crm.get('contact', record.contact)
    return [
      ...(account ? [lineOf(desk, 'account', account)] : []),
      ...(contact ? [lineOf(desk, 'contact', contact)] : []),
    ]
  }
  const deals = await crm.list('deal')
  if ('domains' in record) {
    const isNamed = namedAs([record.name, ...record.aliases])
    const contacts = (await crm.list('contact')).filter(({ company }) => isNamed(company))
    const own = deals.filter(({ account, company }) => (account === null ? isNamed(company) : account === record.id))
    return [...contacts.map((one) => lineOf(desk, 'contact', one)), ...own.map((one) => lineOf(desk, 'deal', one))]
  }
  const accounts = await crm.list('account')
  const at = accounts.filter(({ name, aliases }) => namedAs([name, ...aliases])(record.company))
  const own = deals.filter(({ contact }) => contact === record.id)
  return [...at.map((one) => lineOf(desk, 'account', one)), ...own.map((one) => lineOf(desk, 'deal', one))]
}

/** Whether words are one of the names, whatever their case and punctuation. */
function namedAs(names: readonly string[]): (words: string | null) => boolean {
  const known = new Set(names.map(plainWords).filter(Boolean))
  return (words) => words !== null && known.has(plainWords(words))
}
