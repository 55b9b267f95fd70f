import type { QueryReading } from './reading.ts'

/** Mia asks, in London, on a Friday; euros, days before months. */
export const reading: QueryReading = {
  nowMs: Date.parse('2026-11-20T10:00:00Z'),
  zone: 'Europe/London',
  locale: 'en-GB',
  dateOrder: 'dmy',
  weekStarts: 1,
  currency: 'EUR',
  self: 'mia',
  members: [
    { id: 'mia', name: 'Mia Chen' },
    { id: 'sam', name: 'Sam Ortiz' },
    { id: 'raj', name: 'Raj Patel' },
    { id: 'lena', name: 'Lena Schmidt' },
  ],
}
