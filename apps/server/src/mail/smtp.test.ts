/** Reminders through a real SMTP server on this computer: what arrives there, byte for byte. */
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { deliver, smtp } from './postman.ts'
import { ADDRESS, northCoast } from './postman.testing.ts'
import { reminderOf } from './reminder.ts'

type Mail = { readonly from: string; readonly to: readonly string[]; readonly head: readonly string[]; readonly body: string }

/** A server that takes mail from anybody who knows the password, and what it was brought. */
async function postOffice(refuses: (address: string) => boolean = () => false) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      done(username === 'entente' && password === 'pass word' ? null : new Error('No'), { user: username ?? '' }),
    onRcptTo: ({ address }, _session, done) => done(refuses(address) ? new Error('No such mailbox') : null),
    onData(stream, { envelope }, done) {
      let text = ''
      stream.on('data', (part: Buffer) => (text += part.toString('utf8')))
      stream.on('end', () => {
        const [head = '', ...body] = text.split('\r\n\r\n')
        mails.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          // A line that begins with a blank goes on with the one before (RFC 5322, 2.2.3).
          head: head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n'),
          body: body.join('\r\n\r\n'),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { mails, send: smtp(`smtp://entente:pass%20word@127.0.0.1:${port}`, 'Entente <entente@example.org>') }
}

const names = ({ head }: Mail) => head.map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
const field = ({ head }: Mail, name: string) =>
  head
    .find((line) => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim()

test('[mail-3] a letter reaches a mail server with one sender, one reader, a subject and a mark that no person wrote it', async () => {
  const { mails, send } = await postOffice()
  await send({
    to: 'anna@mfa.example',
    subject: '2 things wait for you: Northern Coast',
    text: 'In “Northern Coast” these wait for you:\n\n- x\n',
  })
  const [mail, ...more] = mails
  if (mail === undefined) throw new Error('No mail')
  expect(more).toEqual([])
  expect([mail.from, mail.to]).toEqual(['entente@example.org', ['anna@mfa.example']])
  expect(field(mail, 'from')).toBe('Entente <entente@example.org>')
  expect(field(mail, 'to')).toBe('anna@mfa.example')
  expect(field(mail, 'subject')).toBe('2 things wait for you: Northern Coast')
  expect(field(mail, 'auto-submitted')).toBe('auto-generated')
  expect(field(mail, 'message-id')).toMatch(/^<[^<>]+@example\.org>$/)
  expect(field(mail, 'content-type')).toMatch(/^text\/plain; charset=utf-8/i)
  expect(new Set(names(mail)).size).toBe(mail.head.length)
})

test('[mail-3] a title with line breaks adds no line to the head and no reader to the letter', async () => {
  const { mails, send } = await postOffice()
  for (const breaks of ['\r\n', '\n', '\r', '\u2028', '\u0085', '\0']) {
    const title = `Coast${breaks}Bcc: everybody@example.org${breaks}${breaks}Injected body`
    const reminder = reminderOf([{ is: 'report', milestone: 'ms-1' as never, day: undefined, late: false }], {
      title,
      address: 'https://talks.example.org',
    })
    if (reminder === undefined) throw new Error('Nothing to say')
    await send({ to: 'anna@mfa.example', ...reminder })
    // Also if the subject were to come with them.
    await send({ to: 'anna@mfa.example', subject: title, text: 'x' })
  }
  expect(mails).toHaveLength(12)
  for (const mail of mails) {
    expect(mail.to).toEqual(['anna@mfa.example'])
    expect(names(mail).filter((name) => !known.includes(name))).toEqual([])
  }
})

const known = ['from', 'to', 'subject', 'auto-submitted', 'message-id', 'content-transfer-encoding', 'date', 'mime-version', 'content-type']

test('[mail-4] the postman brings one letter for each reminder; what the mail server refuses is brought with the next round', async () => {
  let full = true
  const { mails, send } = await postOffice(() => full)
  const holders = ['a', 'b'].map((person) => ({ person, seat: `u-${person}1`, email: `${person}@mfa.example` }))
  const { options, faults } = await northCoast(holders, send)
  expect(await deliver(options)).toBe(0)
  expect(faults).toHaveLength(2)
  // The address is nobody's business in a log.
  expect(JSON.stringify(faults)).not.toContain('@')
  full = false
  expect(await deliver(options)).toBe(2)
  expect(await deliver(options)).toBe(0)
  expect(mails.flatMap(({ to }) => to).toSorted()).toEqual(['a@mfa.example', 'b@mfa.example'])
  for (const mail of mails) expect(mail.body.replaceAll('=\r\n', '')).toContain(ADDRESS)
})
