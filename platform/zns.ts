import { z } from 'zod'
import type { Sent } from './channels.ts'
import { mobileNumber } from './mobile-number.ts'

/** `template`: the number that Zalo gave the approved text; `data` fills it. */
export type Zns = { id: string; phone: string; template: string; data: Readonly<Record<string, string>> }
export type ZnsSender = { send(message: Zns): Promise<Sent> }
/** Where the access token comes from: `why` there is none just now; `spoilt` says that Zalo does not take this one any more. */
export type ZnsAccess = { token(): Promise<{ token: string } | { why: string }>; spoilt(token: string): Promise<void> }

/** A token that somebody sets by hand. */
export const fixedZnsAccess = (token: string): ZnsAccess => ({ token: async () => ({ token }), spoilt: async () => {} })

const answerShape = z.object({ error: z.number(), data: z.object({ msg_id: z.string() }).partial().nullish() })

/** Numbers that Zalo does not know, or whose people do not take such messages: inferred from its guide, not confirmed by its service. */
const badNumbers = [-108, -114, -118, -119, -140]
const badToken = -124
/** The template, or what fills it. */
const badMessages = [-109, -112, -117, -131, -132, -135, -136, -137]

/** Sends notices by Zalo (ZNS), whose texts are approved beforehand. */
export function openZns({ url, access }: { url: string; access: ZnsAccess }, { patience = 20_000 } = {}): ZnsSender {
  return {
    async send({ id, phone, template, data }) {
      const number = mobileNumber(phone)
      if (number === null) return { outcome: 'refused', why: 'not-a-mobile-number', badAddress: true }
      const known = await access.token()
      if ('why' in known) return { outcome: 'later', why: known.why }
      let answer: Response
      try {
        answer = await fetch(`${url}/message/template`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', access_token: known.token },
          body: JSON.stringify({ phone: number, template_id: template, template_data: data, tracking_id: id }),
          signal: AbortSignal.timeout(patience),
        })
      } catch (error) {
        // Zalo does not promise that one tracking id is sent once: what may have been taken is not sent again by itself.
        return neverConnected(error) ? { outcome: 'later', why: 'no-connection' } : { outcome: 'unknown', why: 'no-answer' }
      }
      if (answer.status === 429 || answer.status === 503) return { outcome: 'later', why: `http-${answer.status}` }
      const said = answerShape.safeParse(await answer.json().catch(() => null))
      if (!said.success) return { outcome: 'unknown', why: `http-${answer.status}` }
      if (said.data.error === badToken) await access.spoilt(known.token)
      return judge(said.data.error, said.data.data?.msg_id ?? null)
    },
  }
}

function judge(error: number, providerId: string | null): Sent {
  if (error === 0) return { outcome: 'taken', providerId }
  const why = `zns${error}`
  if (badNumbers.includes(error)) return { outcome: 'refused', why, badAddress: true }
  if (badMessages.includes(error)) return { outcome: 'refused', why, badAddress: false }
  return { outcome: 'later', why }
}

function neverConnected(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? {}) as { code?: string }
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(code ?? '')
}
