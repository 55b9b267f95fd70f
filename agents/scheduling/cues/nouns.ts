import { words } from './words.ts'

/** What stands in a calendar. */
export const EVENTS = words(`
      meeting, meet, meet up, =call, =calls, phone call, appointment, appoinment, event, lunch, luncheon, dinner, breakfast,
      brunch, supper, drinks, coffee with, coffee date, coffee break, coffee chat, coffee meeting, standup,
      stand up, =sync, catch up, catchup, check in, =review, demo, kickoff, kick off, oneonone, one on one,
      interview, session, discovery, retro, huddle, offsite, briefing, debrief, scrum, town hall, all hands,
      brainstorm, orientation, conference, convention, seminar, webinar, workshop, =training, consultation,
      presentation, audit, =hearing, inspection, board call, video call, zoom, focus time, lesson, lecture,
      exam, rehearsal, practice, track meet, gym, yoga, workout, hike, karaoke, party, birthday, anniversary,
      wedding, shower, celebration, gala, ceremony, graduation, reunion, banquet, fundraiser, fund raiser,
      picnic, barbecue, bbq, cookout, potluck, happy hour, get together, hangout, hang out, =outing, concert,
      recital, festival, carnival, parade, auction, ballet, opera, movie night, game night, date night,
      night out, lunch date, dinner date, date with, play date, tour, =camping, funeral, church,
      expo, haircut, hair cut, dentist, doctor, vet, therapy, therapist, checkup, check up, surgery, massage,
      x ray, physio, rsvp, invite, invitation, engagement, deadline, out of office`)

/** What is asked after as one's own; places have happy hours too. */
export const OWN_EVENTS = [
  ...EVENTS.filter((event) => event !== 'happy hour'),
  ...words('my happy hour, our happy hour, happy hour with'),
]

/** Somebody is taken out of it: it stays where it is. */
export const OUT_OF = words(`
  meeting, event, call, party, lunch, dinner, breakfast, appointment, invite, review, session, interview, practice, game, standup, demo,
  conference, workshop, attendees, guests, guest list, one`).flatMap((event) =>
  ['the', 'my', 'our', 'that', 'this'].flatMap((which) => [
    `remove ... from ${which} ${event}`,
    `remove ... from ${which} ... ${event}`,
    `drop ... from ${which} ${event}`,
    `take ... off ${which} ${event}`,
    `take ... off ${which} ... ${event}`,
  ]),
)

/** A piece of it is taken out: so does it. */
export const PIECES_OF = [
  'guest',
  'guests',
  'attendee',
  'attendees',
  'invitees',
  'participants',
  'location',
  'link',
  'note',
  'description',
  'room',
].flatMap((piece) => [
  `take off ... ${piece}`,
  ...['remove', 'delete', 'drop'].flatMap((verb) => [
    `${verb} the ${piece}`,
    `${verb} my ${piece}`,
    `${verb} ... ${piece} from`,
  ]),
])

/** Time away; how much of it is left is somebody else's to say. */
export const ABSENCE = words(`
      vacation, pto, time off, out of the office, out of town, holiday, leave, =plans, class, day off, trip, =visit, =visits`)

/** Games that a calendar may hold and the whole world asks after. */
export const SPORTS = words(`
      game, match, tournament, golf, tennis, soccer, basketball, football, hockey, baseball, softball,
      bowling, swim, movie, film`)

/** Those of the person who asks. */
export const OWN_GAMES = SPORTS.flatMap((game) => [`my ${game}`, `my ... ${game}`, `playing ${game}`, `that ${game}`])

/** Several at once: asked after more often than put in. */
export const MANY_EVENTS = words(`
      =meetings, =events, =appointments, =plans, =engagements, =invites, =calls`)

export const CALENDAR = words(`
      calendar, agenda, schedule, diary, itinerary, planner`)
export const TIME = ['{when}', '{length}']

/** Room in somebody's day. */
export const AVAILABILITY = words(`
      availability, available, i am free, am i free, free time, spare time, open time, open slots,
      open dates, =openings, =opening, free slots, free slot, free hour, time slots, slot times,
      if i am free, schedule is free, i am open, i am busy, block of free time, i have time, free on`)

/** Words of other trades: travel, tables, banks, devices, shops, mail and records. */
export const OTHER_TRADES = words(`
      flight, hotel, table for, reservation, restaurant, taxi, an uber, uber ride, book uber, get uber, order uber, uber for, uber to, cab, =train, ticket, rental, pizza,
      order, package, shipping, airbnb, airport, car rental, alarm, timer, playlist, song, music, podcast,
      radio, audiobook, album, volume, light, lights, lamp, vacuum, thermostat, tv, channel, coffee maker,
      my bill, the bill, bill due, =bills, bank, account, card, credit, pin, password, payment, invoice,
      insurance, loan, paycheck, payday, salary, tax, taxes, dollars, mortgage, refund, subscription,
      weather, forecast, rain, snow, temperature, temp, the wind, wind speed, windy, sunny, cloudy, humid, storm, degrees, umbrella, brightness, price of, the price, menu, transaction, spending, =spent, =rent, airplane, fridge, instagram, social media, netflix, coffee machine, brew, traffic, recipe, calories, gas, oil, tire, tires, tweet,
      facebook, twitter, =news, shopping list, grocery list, to do list, todo list, todo, email, mail, inbox,
      sms, newsletter, deal, deals, text message, =lead, =leads, pipeline, crm, add note, translate,
      exchange rate, stock, joke, vaccine, visa, luggage, maintenance, near me, nearby, local, in my area,
      around here, oil change, language, accent, draft, theater, theatre, movie times, super bowl, spell,
      spelling, define, synonym, motel, suite, =tables, pto request, request pto, vacation request, time off request,
  suggestion for, suggestions for, recommendations, recommendation for, ideas, idea for, dinner idea, chart, graph, plot, spreadsheet, csv, statistics, =stats, average`)
