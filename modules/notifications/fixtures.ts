import type { Sent } from '@dacsan/platform/channels'
import { createLog } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import type { MessageKind, MessageRule } from '../message.ts'
import type { Sending, Senders } from './send.ts'

/** A message of the tests, of this kind. */
export const aRule = (given: Partial<MessageRule> & { kind?: MessageKind } = {}): MessageRule<'product'> => ({
  name: 'test.told',
  says: 'Tin của phép thử',
  kind: 'work',
  pace: 'at-once',
  sample: { product: 'Mật hoa dừa' },
  words: {
    vi: { subject: 'Hồ sơ “{product}”', text: 'Sản phẩm {product} có việc mới.', short: 'San pham {product} co viec moi.' },
    km: { subject: 'ឯកសារ “{product}”', text: 'ផលិតផល {product} មានកិច្ចការថ្មី។', short: 'San pham {product} co viec moi.' },
  },
  ...given,
})

/** A provider that answers as it is told and keeps what it took, in its order. */
export function aProvider() {
  const provider = {
    answer: { outcome: 'taken', providerId: null } as Sent,
    asked: [] as { id: string; text: string; to: string }[],
    taken: [] as string[],
  }
  const take = (id: string, to: string, text: string): Promise<Sent> => {
    provider.asked.push({ id, to, text })
    if (provider.answer.outcome === 'taken') provider.taken.push(text)
    return Promise.resolve(provider.answer)
  }
  const senders: Senders = {
    mail: { send: ({ id, to, subject }) => take(id, to, subject), close: () => {} },
    sms: { send: ({ id, phone, text }) => take(id, phone, text) },
    push: { publicKey: '', send: ({ id, to, content }) => take(id, to.endpoint, content) },
  }
  return { provider, senders }
}

export const sendingWith = (db: Kysely<Tables>, senders: Senders, given: Partial<Sending> = {}): Sending => ({
  db,
  senders,
  origin: 'https://dacsan.test',
  siteName: 'Đặc Sản Thử',
  contactOf: async () => null,
  pathOf: async (path) => path,
  log: createLog('silent'),
  ...given,
})
