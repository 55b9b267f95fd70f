import type { Cue } from '#kernel/cue.ts'

/** What is put into a calendar. */
const EVENTS = [
  'meeting', 'meetings', 'meet', 'call', 'appointment', 'event', 'lunch', 'dinner', 'breakfast', 'brunch', 'coffee', 'drinks', 'standup',
  'stand up', 'sync', 'catch up', 'catchup', 'check in', 'review', 'demo', 'kickoff', 'kick off', 'oneonone', 'one on one', 'interview', 'session',
  'class', 'practice', 'game', 'match', 'tournament', 'party', 'birthday', 'anniversary', 'wedding', 'shower', 'celebration', 'trip', 'vacation',
  'conference', 'convention', 'webinar', 'workshop', 'training', 'visit', 'haircut', 'dentist', 'doctor', 'therapy', 'gym', 'yoga', 'workout', 'hike',
  'run', 'concert', 'show', 'recital', 'date', 'block', 'slot', 'discovery', 'retro', 'planning', 'huddle', 'offsite', 'get together', 'gala', 'viewing',
  'happy hour', 'bbq', 'festival', 'ceremony', 'graduation', 'play date', 'day off', 'time off', 'pto', 'out of office', 'engagement', 'rsvp', 'invite',
  'reunion', 'deadline', 'presentation', 'rehearsal', 'lesson', 'lecture', 'exam', 'checkup', 'surgery', 'showing', 'plans', 'program', 'zoom', 'video call',
  'reunion', 'cita', 'llamada', 'reunion', 'rendezvous', 'rendez vous', 'rdv', 'appel', 'reunion', 'termin', 'besprechung', 'anruf', 'gesprach',
] // biome-ignore format: a word list reads better in lines

const CALENDAR = ['calendar', 'agenda', 'schedule', 'diary', 'kalender', 'calendario', 'calendrier', 'agenda']
const TIME = ['{when}', '{length}']

/** Words of other trades: travel, tables, banks, devices, shops, mail and records. */
const OTHER_TRADES = [
  'flight', 'hotel', 'table', 'reservation', 'restaurant', 'taxi', 'uber', 'cab', 'train', 'ticket', 'rental', 'pizza', 'order', 'package', 'shipping',
  'alarm', 'timer', 'playlist', 'song', 'music', 'podcast', 'radio', 'audiobook', 'album', 'volume', 'light', 'lights', 'lamp', 'vacuum', 'thermostat',
  'bill', 'bank', 'account', 'card', 'credit', 'pin', 'password', 'payment', 'invoice', 'insurance', 'loan', 'paycheck', 'payday', 'salary', 'tax', 'dollars',
  'subscription', 'weather', 'forecast', 'rain', 'snow', 'temperature', 'traffic', 'recipe', 'calories', 'gas', 'oil', 'tire', 'tires', 'tweet', 'facebook',
  'shopping list', 'grocery list', 'to do list', 'todo list', 'todo', 'groceries', 'email', 'mail', 'inbox', 'text', 'sms', 'newsletter', 'deal', 'deals',
  'lead', 'leads', 'pipeline', 'crm', 'stage', 'note', 'notes', 'translate', 'exchange rate', 'stock', 'joke', 'vaccine', 'visa', 'luggage', 'maintenance',
  'oil change', 'language', 'name', 'accent', 'phone', 'draft',
] // biome-ignore format: a word list reads better in lines

/** The intents of scheduling: book, query, move, cancel, remind. */
export const CUES: readonly Cue[] = [
  {
    intent: 'book',
    slash: 'meet',
    verbs: [
      'book', 'schedule', 'set up', 'set', 'arrange', 'plan', 'organise', 'organize', 'add', 'create', 'make', 'put', 'block', 'block off', 'block out',
      'reserve', 'pencil in', 'fit in', 'squeeze in', 'enter', 'mark', 'hold', 'find', 'start', 'hook up', 'have', 'throw', 'stick', 'invite', 'set me up', 'write down',
      'send', 'get', 'host', 'log', 'secure', 'place', 'include', 'insert', 'repeat', 'jump on', 'hop on',
    ],
    objects: [...EVENTS, ...CALENDAR],
    refusals: OTHER_TRADES,
    examples: ['book a call with Sam tomorrow at 3', 'book discovery w/ jo@acme.io tues 3ish', 'set up a monthly board call, last thursday, 90 min, from Jan'],
  },
  {
    intent: 'query',
    slash: 'free',
    verbs: ['what is on', 'what do i have', 'do i have', 'am i free', 'when is', 'who is free', 'show', 'check', 'list'],
    objects: [...EVENTS, ...CALENDAR, ...TIME],
    refusals: OTHER_TRADES,
    examples: ["who's free now to jump on a call with a hot lead??"],
  },
  {
    intent: 'move',
    slash: 'move',
    verbs: ['move', 'reschedule', 'push', 'postpone', 'shift', 'swap', 'change', 'delay', 'extend'],
    objects: [...EVENTS, ...CALENDAR, ...TIME],
    refusals: OTHER_TRADES,
    examples: ["push my 2pm by half an hour, I'm late"],
  },
  {
    intent: 'cancel',
    slash: 'cancel',
    verbs: ['cancel', 'delete', 'remove', 'clear', 'erase', 'get rid of', 'drop', 'call off'],
    objects: [...EVENTS, ...CALENDAR, ...TIME],
    refusals: OTHER_TRADES,
    examples: ["cancel everything friday, I'm sick"],
  },
  {
    intent: 'remind',
    slash: 'remind',
    verbs: ['remind me', 'reminder', 'remind us'],
    objects: [],
    refusals: [],
    examples: ['remind me to chase globex thu'],
  },
] // biome-ignore format: word lists read better in lines
