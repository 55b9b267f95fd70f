const PREFIX = 'whatsapp:'

/** The number of an address of Twilio's (`whatsapp:+447700900123`), which is how a conversation is named here too. */
export const numberOf = (address: string): string => address.replace(/^whatsapp:/, '')

/** A number as Twilio addresses it. */
export const addressOf = (number: string): string => `${PREFIX}${number}`

/** The number of a conversation, or null where it is none of WhatsApp's. */
export const numberIn = (conversation: string): string | null =>
  /^whatsapp:\+[1-9]\d{6,14}$/.test(conversation) ? numberOf(conversation) : null
