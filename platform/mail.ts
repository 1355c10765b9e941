import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { MailSetting, Sent } from './channels.ts'

/** `id` is that of the delivery: mail of one id is one mail, also where it arrives twice. */
export type Mail = { id: string; to: string; subject: string; text: string }
export type Mailer = { send(mail: Mail): Promise<Sent>; close(): void }

/** What the library says of a failure; never the mail itself. */
type Failure = Error & { code?: string; responseCode?: number; command?: string }

/** Hands mail to an SMTP server. `patience`: milliseconds that it may be silent. */
export function openMailer({ url, from }: MailSetting, { patience = 20_000 } = {}): Mailer {
  const transport = createTransport({ url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience })
  const { hostname: domain } = new URL(`mail://${from.replace(/^.*@|>$/gu, '')}`)
  return {
    async send({ id, to, subject, text }) {
      const messageId = `<${id}@${domain}>`
      const mail = new MailComposer({
        from,
        to,
        subject,
        text,
        messageId,
        // No answer of a machine to a machine (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      }).compile()
      const envelope = mail.getEnvelope()
      if (!envelope.from || envelope.to.length !== 1) return { outcome: 'refused', why: 'not-an-address', badAddress: true }
      const content = Readable.from([await mail.build()])
      let handed = false
      content.once('end', () => (handed = true))
      try {
        await transport.sendMail({ envelope: { from: envelope.from, to: envelope.to }, raw: content })
        return { outcome: 'taken', providerId: messageId }
      } catch (error) {
        return judge(error as Failure, handed)
      }
    },
    close: () => transport.close(),
  }
}

function judge({ code = 'error', responseCode, command = '' }: Failure, handed: boolean): Sent {
  if (responseCode === undefined) {
    // The whole mail is there and the answer is not: it may be in the box already.
    return handed ? { outcome: 'unknown', why: code } : { outcome: 'later', why: code }
  }
  const why = `smtp-${responseCode}`
  if (responseCode < 500) return { outcome: 'later', why }
  if (command === 'RCPT TO') return { outcome: 'refused', why, badAddress: true }
  // A sender or a password that the server does not take is ours to mend, and then the same mail goes.
  if (command === 'DATA') return { outcome: 'refused', why, badAddress: false }
  return { outcome: 'later', why }
}
