import type { Words } from '../words.ts'

export const en: Words = {
  language: 'en',
  title: (company) => `Write to ${company}`,
  name: 'Your name',
  email: 'Your e-mail address',
  phone: 'Your phone number (optional)',
  company: 'Your company (optional)',
  message: 'Your message',
  empty: 'Leave this field empty',
  send: 'Send',
  thanksTitle: 'Thank you',
  thanks: 'We have your message.',
  lookAgain: 'Please look over what you wrote, and send it once more.',
  nothingSaid: 'Please write a message, or leave an address.',
  emailWrong: 'Please check the e-mail address.',
  messageTooLong: (length, limit) => `Your message has ${length} characters; up to ${limit} fit. Please shorten it.`,
  tooOften: (minutes) => `That was often. Please try again in ${minutes} min.`,
  notFound: 'There is nothing here, or not any more.',
  otherSite: 'That form is not known here, so nothing was sent.',
  failed: 'That did not work. Please try again in a moment.',
}
