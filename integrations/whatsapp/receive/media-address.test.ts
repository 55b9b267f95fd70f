import { expect, test } from 'vitest'
import { mediaAddress } from './media-address.ts'

const FILE = '/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1'
const asked = (apiUrl: string | null, address: string, from?: string) => {
  const found = mediaAddress({ apiUrl }, address, from ? new URL(from) : undefined)
  return found && [found.url.href, found.isTwilio]
}

test.each<[string, string, boolean]>([
  ["Twilio's own, with credentials", `https://api.twilio.com${FILE}`, true],
  ['its store, without', 'https://mms.twiliocdn.com/AC1/x?Signature=y', false],
  ['its open store, without', 'https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC1/x', false],
])('asked: %s', (_name, address, isTwilio) => {
  expect(asked(null, address)).toEqual([address, isTwilio])
})

test.each([
  'https://files.example/x',
  'http://api.twilio.com/x',
  'https://api.twilio.com.files.example/x',
  'https://api.twilio.com@files.example/x',
  'https://mia:secret@api.twilio.com/x',
  'https://api.twilio.com:8443/x',
  'https://s3-external-1.amazonaws.com/another-bucket/x',
  'https://s3-external-1.amazonaws.com/media.twiliocdn.com/../another-bucket/x',
  'http://169.254.169.254/latest/meta-data',
  'http://127.0.0.1:15002/x',
  'file:///etc/passwd',
  '/x',
  '',
])('not asked: %s', (address) => {
  expect(asked(null, address)).toBeNull()
})

test("an address set in Twilio's place is asked for what Twilio keeps, and may send on within itself", () => {
  const set = 'http://127.0.0.1:15002'
  expect(asked(set, `https://api.twilio.com${FILE}?a=1`)).toEqual([`${set}${FILE}?a=1`, true])
  expect(asked(set, '/store/x', `${set}${FILE}`)).toEqual([`${set}/store/x`, true])
  expect(asked(set, 'http://127.0.0.1:15003/x')).toBeNull()
})
