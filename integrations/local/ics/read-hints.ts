import type ICAL from 'ical.js'
import { EventDraft } from '#kernel/event.ts'

type Component = InstanceType<typeof ICAL.Component>
type Kind = EventDraft['kind']

/** What calendars call the kinds of events that take time differently: categories, and Google's event types. */
const KINDS: Record<string, Kind> = {
  birthday: 'birthday',
  birthdays: 'birthday',
  holiday: 'holiday',
  holidays: 'holiday',
  focustime: 'focus',
  outofoffice: 'out_of_office',
  workinglocation: 'working_location',
  travel: 'travel',
}

const word = (component: Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '')
    .toLowerCase()
    .trim()

/** Kind, from the desk's own mark, else Google's event type, else Outlook's busy status, else a category. */
export function kindOf(component: Component): Kind {
  const own = EventDraft.shape.kind.safeParse(word(component, 'x-nightdesk-kind') || undefined)
  if (own.success && own.data !== 'event') return own.data
  const google = KINDS[word(component, 'x-google-event-type')]
  if (google) return google
  const outlook = word(component, 'x-microsoft-cdo-busystatus')
  if (outlook === 'oof') return 'out_of_office'
  if (outlook === 'workingelsewhere') return 'working_location'
  const categories = component.getAllProperties('categories').flatMap((property) => property.getValues())
  const known = categories.map((category) => KINDS[String(category).toLowerCase().replace(/[\s-]/g, '')])
  return known.find((kind) => kind !== undefined) ?? 'event'
}

/** TRANSP, else Outlook's busy status. */
export function showsOf(component: Component): EventDraft['shows'] {
  const transparency = word(component, 'transp')
  if (transparency) return transparency === 'transparent' ? 'free' : 'busy'
  return word(component, 'x-microsoft-cdo-busystatus') === 'free' ? 'free' : 'busy'
}

/** STATUS, else Outlook's busy status. */
export function statusOf(component: Component): EventDraft['status'] {
  const status = word(component, 'status')
  if (status === 'tentative' || status === 'cancelled') return status
  return status === '' && word(component, 'x-microsoft-cdo-busystatus') === 'tentative' ? 'tentative' : 'confirmed'
}
