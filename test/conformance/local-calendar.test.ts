import { LocalCalendar } from '#integrations/local/calendar/local-calendar.ts'
import { calendarConformance } from './calendar.ts'
import { seriesConformance } from './calendar-series.ts'
import { localStore } from './local-store.ts'

const open = async () => {
  const { sql, close } = await localStore()
  return { calendar: new LocalCalendar(sql), close }
}
calendarConformance('local', open)
seriesConformance('local', open)
