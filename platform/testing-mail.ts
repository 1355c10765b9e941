import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { to: string[]; raw: Buffer }
/** How the server answers: a status for each recipient, or for the mail itself. */
type Behaviour = { recipient?: number; content?: number | 'break-off' }

/** A real SMTP server on this machine, with what it took. Changing `behave` changes its next answers. */
export async function testMailServer(behave: Behaviour = {}) {
  const box: ReceivedMail[] = []
  const status = (responseCode: number) => Object.assign(new Error('as the test wants it'), { responseCode })
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, answer) => answer(behave.recipient ? status(behave.recipient) : undefined),
    onData(stream, session, answer) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (behave.content === 'break-off') return void server.connections.forEach((one) => one.close())
        if (behave.content) return answer(status(behave.content))
        box.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts) })
        answer()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    box,
    behave,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}
