import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FOLDERS, MailDraft } from '#kernel/mail.ts'
import type { Filing, Mailbox } from '#ports/mailbox.ts'

/** A mailbox to be judged, empty, and how to put it away. */
export interface MailboxUnderTest {
  mailbox: Mailbox
  close(): Promise<void> | void
}

const ADA = 'ada@kitchen.example'
const SAM = 'sam@northwind.example'

const mail = (said: Partial<MailDraft>): MailDraft =>
  MailDraft.parse({
    from: ADA,
    to: [SAM],
    subject: 'Invoice',
    sentAt: '2026-11-23T09:00:00Z',
    body: 'Hello\n',
    ...said,
  })
const inbox = (id: string, more: Partial<Filing> = {}): Filing => ({ id, folder: 'inbox', ...more })

/** What every mailbox must do, whoever keeps it. */
export function mailboxConformance(name: string, open: () => Promise<MailboxUnderTest>): void {
  describe(`mailbox: ${name}`, () => {
    let under: MailboxUnderTest
    let mailbox: Mailbox
    beforeEach(async () => {
      under = await open()
      mailbox = under.mailbox
    })
    afterEach(() => under.close())

    const threadsOf = async (...ids: string[]) => {
      const threads: (string | undefined)[] = []
      for (const id of ids) threads.push((await mailbox.get(id))?.threadId)
      return threads
    }

    test('what was filed is read back as it was written', async () => {
      const said = mail({ cc: ['root@localhost'], bcc: ['b@x.example'], subject: 'Zoë 🙂', attachments: ['a.pdf'] })
      const filed = await mailbox.add(said, inbox('1@x', { conversation: 'email:ada' }))
      expect(filed).toEqual({ ...said, id: '1@x', version: filed.version, folder: 'inbox', threadId: filed.threadId })
      expect(await mailbox.get('1@x')).toEqual(filed)
      expect([await mailbox.list('inbox', 5), await mailbox.thread(filed.threadId)]).toEqual([[filed], [filed]])
      expect(await mailbox.get('nobody@x')).toBeNull()
    })

    test('an id is one message: whoever comes later under it changes nothing', async () => {
      const [first, second] = await Promise.all([
        mailbox.add(mail({}), inbox('1@x')),
        mailbox.add(mail({ from: 'eve@evil.example', body: 'Another bank account\n' }), inbox('1@x')),
      ])
      expect(second).toEqual(first)
      expect(await mailbox.list('inbox', 5)).toEqual([first])
    })

    test('text that is no text of a header is refused', async () => {
      for (const bad of [
        { from: 'a@b\nBcc: c@d' },
        { to: ['a@b\r\nX: y'] },
        { inReplyTo: '1@x\n' },
        { sentAt: 'today' },
      ])
        await expect(async () => mailbox.add({ ...mail({}), ...bad }, inbox('1@x'))).rejects.toThrow()
      expect(await mailbox.list('inbox', 5)).toEqual([])
    })

    test.each([
      ['1@x', '2@x', '3@x'],
      ['3@x', '2@x', '1@x'],
      ['2@x', '3@x', '1@x'],
      ['3@x', '1@x', '2@x'],
    ])('references make a thread, in whatever order its messages come: %s %s %s', async (...order) => {
      const all: Record<string, MailDraft> = {
        '1@x': mail({}),
        '2@x': mail({ inReplyTo: '1@x', subject: 'Something else' }),
        '3@x': mail({ references: ['1@x', '2@x'], sentAt: '2026-11-24T09:00:00Z' }),
      }
      for (const id of order) await mailbox.add(all[id] ?? mail({}), inbox(id))
      await mailbox.add(mail({}), inbox('other@x'))
      const [one, two, three, other] = await threadsOf('1@x', '2@x', '3@x', 'other@x')
      expect([two, three]).toEqual([one, one])
      expect(other).not.toBe(one)
      expect((await mailbox.thread(one ?? '')).map((each) => each.id).at(-1)).toBe('3@x')
    })

    test('messages that name the same lost one belong together', async () => {
      await mailbox.add(mail({ references: ['lost@x'] }), inbox('1@x'))
      await mailbox.add(mail({ references: ['lost@x', 'lost2@x'] }), inbox('2@x'))
      const [one, two] = await threadsOf('1@x', '2@x')
      expect(two).toBe(one)
    })

    test('an answer that names nothing goes to the same subject between the same people, within 30 days', async () => {
      await mailbox.add(mail({ subject: 'Invoice 12' }), inbox('1@x'))
      const answer = { from: SAM, to: [ADA], subject: 'RE:  invoice  12', sentAt: '2026-11-25T09:00:00Z' }
      await mailbox.add(mail(answer), inbox('2@x'))
      await mailbox.add(mail({ ...answer, from: 'eve@evil.example' }), inbox('eve@x'))
      await mailbox.add(mail({ ...answer, to: ['bob@x.example'] }), inbox('bob@x'))
      await mailbox.add(mail({ ...answer, subject: 'Invoice 12' }), inbox('no-answer@x'))
      await mailbox.add(mail({ ...answer, subject: 'Re: Invoice 13' }), inbox('other@x'))
      await mailbox.add(mail({ ...answer, sentAt: '2027-01-25T09:00:00Z' }), inbox('late@x'))
      const [one, two, ...others] = await threadsOf('1@x', '2@x', 'eve@x', 'bob@x', 'no-answer@x', 'other@x', 'late@x')
      expect(two).toBe(one)
      expect(others).not.toContain(one)
    })

    test('a thread that is named holds, and its number stays when more comes', async () => {
      const first = await mailbox.add(mail({}), inbox('m@x'))
      const draft = await mailbox.add(mail({ sentAt: null }), { id: 'a@x', folder: 'drafts', thread: first.threadId })
      expect(draft.threadId).toBe(first.threadId)
      await mailbox.add(mail({ references: ['a@x'] }), inbox('b@x'))
      expect(await threadsOf('m@x', 'b@x')).toEqual([first.threadId, first.threadId])
    })

    test('into the trash and back: the version that was seen counts, and nothing of it changes', async () => {
      const filed = await mailbox.add(mail({}), inbox('1@x'))
      const gone = await mailbox.move('1@x', 'trash', filed.version)
      expect(gone).toEqual({ ...filed, folder: 'trash', version: gone.version })
      await expect(mailbox.move('1@x', 'inbox', filed.version)).rejects.toMatchObject({ code: 'CONFLICT' })
      expect([await mailbox.list('inbox', 5), await mailbox.list('trash', 5)]).toEqual([[], [gone]])
      const back = await mailbox.move('1@x', 'inbox', gone.version)
      expect({ ...back, version: '' }).toEqual({ ...filed, version: '' })
      await expect(mailbox.move('2@x', 'trash', '1')).rejects.toMatchObject({ code: 'CONFLICT' })
    })

    test('a draft is written anew, sent or taken away; what was received is not', async () => {
      const draft = await mailbox.add(mail({ from: SAM, to: [ADA], sentAt: null }), { id: 'd@x', folder: 'drafts' })
      const shorter = await mailbox.rewrite('d@x', { body: 'Hi\n' }, draft.version)
      expect(shorter).toEqual({ ...draft, body: 'Hi\n', version: shorter.version })
      await expect(mailbox.discard('d@x', draft.version)).rejects.toMatchObject({ code: 'CONFLICT' })
      const sent = await mailbox.move('d@x', 'sent', shorter.version, '2026-11-23T10:00:00Z')
      expect(sent).toMatchObject({ folder: 'sent', sentAt: '2026-11-23T10:00:00Z' })
      await expect(mailbox.rewrite('d@x', { body: 'No\n' }, sent.version)).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
      })
      await expect(mailbox.discard('d@x', sent.version)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
      const other = await mailbox.add(mail({ sentAt: null }), { id: 'e@x', folder: 'drafts' })
      await mailbox.discard('e@x', other.version)
      expect([await mailbox.get('e@x'), await mailbox.list('drafts', 5)]).toEqual([null, []])
    })

    test('folders: the five of everybody, then those of the team, newest mail first', async () => {
      await mailbox.add(mail({ sentAt: '2026-11-20T09:00:00Z' }), inbox('old@x'))
      await mailbox.add(mail({ sentAt: null }), inbox('undated@x', { atMs: Date.parse('2026-11-21T09:00:00Z') }))
      await mailbox.add(mail({ sentAt: '2026-11-22T09:00:00Z' }), inbox('new@x'))
      await mailbox.add(mail({}), { id: 'p@x', folder: 'Projects' })
      const counts = (await mailbox.folders()).map(({ folder, count }) => [folder, count])
      expect(counts).toEqual([...FOLDERS, 'Projects'].map((one) => [one, { inbox: 3, Projects: 1 }[one] ?? 0]))
      expect((await mailbox.list('inbox', 2)).map(({ id }) => id)).toEqual(['new@x', 'undated@x'])
    })

    test('found by words and people, newest first; the trash only where it is asked for', async () => {
      await mailbox.add(mail({ subject: 'Zoë’s kitchen', body: '100% oak, 50_50\n' }), inbox('1@x'))
      await mailbox.add(mail({ from: 'bob@x.example', to: [ADA], body: 'oak again\n' }), inbox('2@x'))
      const gone = await mailbox.add(mail({ body: 'oak\n' }), inbox('3@x'))
      await mailbox.move('3@x', 'trash', gone.version)
      const found = async (query: object) => (await mailbox.find({ limit: 9, ...query })).map(({ id }) => id).sort()
      expect(await found({ words: 'OAK' })).toEqual(['1@x', '2@x'])
      expect(await found({ words: 'zoe kitchen' })).toEqual(['1@x'])
      expect(await found({ words: 'oak', folder: 'trash' })).toEqual(['3@x'])
      expect(await found({ person: 'ADA@kitchen.example' })).toEqual(['1@x', '2@x'])
      expect(await found({ person: 'ada' })).toEqual([])
      expect(await found({ person: 'bob@x.example', words: 'oak' })).toEqual(['2@x'])
      expect(await found({ words: 'beech' })).toEqual([])
      expect(await found({ folder: 'inb%' })).toEqual([])
    })

    test('the newest received message of a conversation, whatever was answered since', async () => {
      const conversation = 'email:ada'
      await mailbox.add(mail({}), inbox('1@x', { conversation }))
      await mailbox.add(mail({ sentAt: '2026-11-23T09:05:00Z' }), inbox('2@x', { conversation }))
      await mailbox.add(mail({ from: SAM, sentAt: '2026-11-23T10:00:00Z' }), {
        id: '3@x',
        folder: 'sent',
        conversation,
      })
      await mailbox.add(mail({ sentAt: '2026-11-23T11:00:00Z' }), inbox('4@x', { conversation: 'email:bob' }))
      expect((await mailbox.lastReceived(conversation))?.id).toBe('2@x')
      expect(await mailbox.lastReceived('email:nobody')).toBeNull()
    })
  })
}
