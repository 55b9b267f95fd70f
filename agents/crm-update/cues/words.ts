/** A list written as text, its entries between commas. */
export const words = (list: string): string[] =>
  list
    .split(',')
    .map((entry) => entry.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/** Things of other trades whose verbs are the same: calendars, devices, lists, files, mail. */
export const OTHER_TRADES = words(`
  meeting, calendar, appointment, event, call with, lunch, dinner, flight, hotel, alarm, timer, playlist, song, music, volume, light, lights,
  thermostat, reminder, shopping list, grocery list, password, pin, credit card, bank account, email to, backlog, board, sprint, plot, chart, ticket,
  my address, my name, your name, language, my phone number, weather, direct deposit, mortgage, my account, my status, update me, log out, stock, closing price, social media`)

/** What is kept of customers. */
export const RECORDS = words(`
  crm, deal, deals, opportunity, pipeline, customer, customers, client, clients, lead, leads, contact, account, prospect`)

/** Stages as most teams call them. */
export const STAGES = words(`
  proposal, negotiation, qualified, closed won, closed lost, =won, =lost, nurture, discovery stage, demo stage, lead status, stage`)
