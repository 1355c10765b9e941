import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { afterEach, expect, test } from 'vitest'
import { openMailer } from './mail.ts'
import { testMailServer } from './testing-mail.ts'

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function world(behave = {}) {
  const server = await testMailServer(behave)
  const mailer = openMailer({ url: server.url, from: 'Đặc Sản <tin@dacsan.test>' }, { patience: 500 })
  open.push(() => mailer.close(), server.close)
  return { server, mailer }
}

const letter = {
  id: 'dlv_1',
  to: 'chuthe@example.vn',
  subject: 'Hồ sơ “Mật hoa dừa” được trả lại',
  text: 'Xã yêu cầu bổ sung 2 nội dung.\n',
}

test('a mail arrives whole at a real SMTP server, with subject and accents, and says that a machine wrote it', async () => {
  const { server, mailer } = await world()
  expect(await mailer.send(letter)).toEqual({ outcome: 'taken', providerId: '<dlv_1@dacsan.test>' })
  const mail = await PostalMime.parse(server.box[0]!.raw)
  expect(mail).toMatchObject({
    subject: letter.subject,
    messageId: '<dlv_1@dacsan.test>',
    from: { name: 'Đặc Sản', address: 'tin@dacsan.test' },
    to: [{ address: letter.to }],
  })
  expect(mail.text?.trim()).toBe(letter.text.trim())
  expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }))
})

test('a line break in a subject or an address adds no header and no recipient', async () => {
  const { server, mailer } = await world()
  await mailer.send({ ...letter, subject: 'Chào\r\nBcc: khac@example.vn' })
  expect(await mailer.send({ ...letter, to: 'a@example.vn, b@example.vn' })).toMatchObject({ outcome: 'refused', badAddress: true })
  expect(server.box.map(({ to }) => to)).toEqual([[letter.to]])
  expect((await PostalMime.parse(server.box[0]!.raw)).headers.map(({ key }) => key)).not.toContain('bcc')
})

test.for([
  ['an unknown mailbox is refused for good', { recipient: 550 }, { outcome: 'refused', why: 'smtp-550', badAddress: true }],
  ['a full mailbox is tried later', { recipient: 452 }, { outcome: 'later', why: 'smtp-452' }],
  [
    'a mail that the server does not like says nothing against the address',
    { content: 554 },
    { outcome: 'refused', why: 'smtp-554', badAddress: false },
  ],
  ['a server that is busy is tried later', { content: 451 }, { outcome: 'later', why: 'smtp-451' }],
  ['a server that breaks off after it has the whole mail leaves it unknown', { content: 'break-off' }, { outcome: 'unknown' }],
] as const)('%s', async ([, behave, wanted]) => {
  const { mailer } = await world(behave)
  expect(await mailer.send(letter)).toMatchObject(wanted)
})

test('a server that is not there, or never says a word, is tried later', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise((done) => silent.once('listening', done))
  const { port } = silent.address() as AddressInfo
  const waiting = openMailer({ url: `smtp://127.0.0.1:${port}`, from: 'tin@dacsan.test' }, { patience: 200 })
  expect(await waiting.send(letter)).toMatchObject({ outcome: 'later' })
  silent.close()
  const gone = openMailer({ url: 'smtp://127.0.0.1:1', from: 'tin@dacsan.test' }, { patience: 200 })
  expect(await gone.send(letter)).toMatchObject({ outcome: 'later' })
})
