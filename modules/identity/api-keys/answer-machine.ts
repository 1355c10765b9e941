import type { MachineRefusal } from './rules.ts'

/** What a machine is answered by HTTP, in the language of those who program it. */
export type MachineAnswer = { status: 401 | 403 | 429; says: string; headers: Readonly<Record<string, string>> }

const realm = 'Bearer realm="dacsan"'
/** Another key may help, or a key at all (RFC 6750, 3: the challenge names a fault only where a key was sent). */
const unauthorised = (says: string): MachineAnswer => ({
  status: 401,
  says,
  headers: { 'www-authenticate': `${realm}, error="invalid_token", error_description="${says}"` },
})

const answers: { [Code in MachineRefusal['code']]: (refusal: Extract<MachineRefusal, { code: Code }>) => MachineAnswer } = {
  'no-key': () => ({ status: 401, says: 'send a key: Authorization: Bearer KEY', headers: { 'www-authenticate': realm } }),
  'key-mistyped': () => unauthorised('this is no key: a character is wrong or missing'),
  'unknown-key': () => unauthorised('this key is not known here'),
  'key-revoked': () => unauthorised('this key was revoked'),
  'key-expired': ({ on }) => unauthorised(`this key expired at the end of ${on}`),
  // The key is good and does not open this (RFC 6750, 3.1).
  'scope-missing': ({ scope }) => ({
    status: 403,
    says: `this key does not have the scope ${scope}`,
    headers: { 'www-authenticate': `${realm}, error="insufficient_scope", scope="${scope}"` },
  }),
  'too-many-attempts': ({ minutes }) => ({
    status: 429,
    says: `too many keys that are not known here: wait ${minutes} minutes`,
    headers: { 'retry-after': String(minutes * 60) },
  }),
}

/**
 * The answer to a machine that was not let in.
 *
 * @example if (!outcome.ok) { const { status, says, headers } = answerToMachine(outcome.refusal); return sendProblem(reply.headers(headers), status, says) }
 */
export const answerToMachine = (refusal: MachineRefusal): MachineAnswer =>
  (answers[refusal.code] as (refusal: MachineRefusal) => MachineAnswer)(refusal)
