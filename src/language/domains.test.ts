import { expect, test } from 'vitest'
import { domainOf, isDisposable, sameMailbox } from './domains.ts'

test.each([
  ['jo@mail.acme.co.uk', { name: 'acme.co.uk', host: 'mail.acme.co.uk', freeMail: false, country: 'GB' }],
  ['https://www.kite.io/pricing?x=1', { name: 'kite.io', country: null }],
  ['Ana.Ruiz@GMAIL.com', { name: 'gmail.com', freeMail: true, country: null }],
  ['a@student.uni-bonn.de', { name: 'uni-bonn.de', academic: true, country: 'DE' }],
  ['a@cs.mit.edu', { name: 'mit.edu', academic: true }],
  ['a@ox.ac.uk', { name: 'ox.ac.uk', academic: true, country: 'GB' }],
  ['a@education.com', { name: 'education.com', academic: false }],
])('%s', (address, expected) => {
  expect(domainOf(address)).toMatchObject(expected)
})

test.each(['', 'localhost', 'a@b', 'no address at all', '10.0.0.1', '=cmd()'])('"%s" has no domain', (text) => {
  expect(domainOf(text)).toBeNull()
})

test('mailboxes to be thrown away are known; private mailboxes and relays are none, whatever a list says', async () => {
  const disposable = async (address: string) => isDisposable(domainOf(address) ?? { name: '', host: '' })
  expect(await disposable('x1@mailinator.com')).toBe(true)
  for (const address of ['jo@gmail.com', 'jo@proton.me', 'x@privaterelay.appleid.com', 'x@mozmail.com', 'jo@acme.io'])
    expect(await disposable(address), address).toBe(false)
})

test('tags and the dots of Gmail are no part of who somebody is', () => {
  expect(sameMailbox('Jo.Park+news@googlemail.com')).toBe(sameMailbox('jopark@gmail.com'))
  expect(sameMailbox('jo.park@acme.io')).not.toBe(sameMailbox('jopark@acme.io'))
})
