/** Names of the buttons, as Slack sends them back. A name is unique in its message, so some carry a number. */
export const CARD_ACTION = /^card\.(approve|edit|decline|take_over|snooze)$/
export const SAY_ACTION = /^say\.\d+$/

/** What stands for tomorrow morning among the times to snooze. */
export const TOMORROW = 'tomorrow'
export const SNOOZE_TIMES = [
  { label: '30 minutes', value: '30' },
  { label: '2 hours', value: '120' },
  { label: 'Tomorrow 09:00', value: TOMORROW },
] as const

/** Forms, by the name Slack sends back with them. */
export const EDIT_FORM = 'card_edit'
export const DECLINE_FORM = 'card_decline'
