import { z } from 'zod'
import type { Sent, SmsSetting } from './channels.ts'
import { mobileNumber } from './mobile-number.ts'

/** `id` is that of the delivery. The provider takes one id once within a day: what was sent twice is one message. */
export type Sms = { id: string; phone: string; text: string }
export type SmsSender = { send(sms: Sms): Promise<Sent> }

const answerShape = z.object({ CodeResult: z.coerce.string(), SMSID: z.string().optional() })

// developers.esms.vn, table of error codes (read on 2026-11-29).
/** Taken, which is not yet delivered. */
const accepted = '100'
/** It has this id already: the answer to an earlier try got lost on its way. */
const known = '124'
/** The number is blocked, or is none. */
const badNumbers = ['99', '108']
/** What is wrong with this text or its kind: another try ends the same. */
const badMessages = ['118', '146']

/** Sends text messages by eSMS (SendMultipleMessage_V4_post_json), under the brand name of the installation, as customer care (SmsType 2). */
export function openSms({ url, key, secret, brand }: SmsSetting, { patience = 20_000 } = {}): SmsSender {
  return {
    async send({ id, phone, text }) {
      const number = mobileNumber(phone)
      if (number === null) return { outcome: 'refused', why: 'not-a-mobile-number', badAddress: true }
      const body = {
        ApiKey: key,
        SecretKey: secret,
        Phone: number,
        Content: text,
        Brandname: brand,
        SmsType: '2',
        // A carrier joins segments of 160 letters without accents, and of 70 with one.
        IsUnicode: /^[\n\x20-\x7e]*$/.test(text) ? '0' : '1',
        RequestId: id,
      }
      try {
        const answer = await fetch(`${url}/MainService.svc/json/SendMultipleMessage_V4_post_json/`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(patience),
        })
        if (!answer.ok) return { outcome: 'later', why: `http-${answer.status}` }
        return judge(answerShape.parse(await answer.json()))
      } catch {
        // Whether it was taken or not, the same id brings one message: 124 says so at the next try.
        return { outcome: 'later', why: 'no-answer' }
      }
    },
  }
}

function judge({ CodeResult: code, SMSID: providerId = null }: { CodeResult: string; SMSID?: string | undefined | null }): Sent {
  if (code === accepted || code === known) return { outcome: 'taken', providerId }
  const why = `esms-${code}`
  if (badNumbers.includes(code)) return { outcome: 'refused', why, badAddress: true }
  if (badMessages.includes(code)) return { outcome: 'refused', why, badAddress: false }
  return { outcome: 'later', why }
}
