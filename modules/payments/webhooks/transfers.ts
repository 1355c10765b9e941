import { isPlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Provider, UnknownReason } from '../rules/kinds.ts'
import type { NewLine } from '../rules/new-line.ts'

/** A transfer that an event tells of. `accounts`: the numbers under which the receiving account is known; empty where none is said. */
export type ToldTransfer = NewLine & { id: string; accounts: readonly string[] }
/** `id`: what the provider calls its event; what cannot be read has none of its own. */
export type ReadEvent = { id: string } & ({ transfers: readonly ToldTransfer[] } | { why: UnknownReason })

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()))
/** Whole đồng, as a number or its digits. */
const amount = z
  .union([z.number(), z.string().regex(/^-?\d{1,15}(\.0+)?$/)])
  .transform(Number)
  .pipe(z.number().int())
const balance = amount
  .nullish()
  .catch(null)
  .transform((value) => (value === 0 || value === undefined ? null : value))

/** A moment in the time of Việt Nam however it is written. */
const moment = z.string().transform((typed, judged) => {
  const [, day, time, zone] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\.\d+)?(Z)?)?/.exec(typed.trim()) ?? []
  if (day === undefined || !isPlainDate(day)) {
    judged.addIssue('no moment')
    return z.NEVER
  }
  if (time === undefined) return day
  if (zone === undefined) return `${day}T${time}+07:00`
  return `${new Date(Date.parse(`${day}T${time}Z`) + 7 * 3600_000).toISOString().slice(0, 19)}+07:00`
})

const known = (...accounts: string[]) => [...new Set(accounts.filter((one) => one !== ''))]
const lineOf = (
  amount: number,
  direction: 'in' | 'out',
  rest: { at: string; content: string; reference: string; balance: number | null },
): NewLine => ({
  ...rest,
  amount: Math.abs(amount),
  direction,
  content: rest.content.slice(0, 2000),
  reference: rest.reference.slice(0, 200) || null,
})

const sepay = z
  .object({
    id: z.union([z.number().int(), z.string().min(1)]).transform(String),
    transactionDate: moment.optional(),
    accountNumber: text,
    subAccount: text,
    content: text,
    transferType: z.enum(['in', 'out']),
    transferAmount: amount,
    accumulated: balance,
    referenceCode: text,
  })
  .transform((event) => ({
    id: event.id,
    transfers: [
      {
        id: event.id,
        accounts: known(event.accountNumber, event.subAccount),
        ...lineOf(event.transferAmount, event.transferType, {
          at: event.transactionDate ?? '',
          content: event.content,
          reference: event.referenceCode,
          balance: event.accumulated,
        }),
      },
    ],
  }))

const cassoTransfer = z
  .object({
    id: z.union([z.number().int(), z.string()]).transform(String),
    reference: text,
    tid: text,
    description: text,
    amount,
    runningBalance: balance,
    cusum_balance: balance,
    transactionDateTime: moment.optional(),
    when: moment.optional(),
    accountNumber: text,
    virtualAccountNumber: text,
    subAccId: text,
    bank_sub_acc_id: text,
  })
  .transform((one) => {
    const reference = one.reference || one.tid
    return {
      id: one.id === '0' ? reference : one.id,
      accounts: known(one.accountNumber, one.virtualAccountNumber, one.subAccId, one.bank_sub_acc_id),
      ...lineOf(one.amount, one.amount < 0 ? 'out' : 'in', {
        at: one.transactionDateTime ?? one.when ?? '',
        content: one.description,
        reference,
        balance: one.runningBalance ?? one.cusum_balance,
      }),
    }
  })
/** The second version tells one transfer, the first a list. */
const casso = z
  .object({ data: z.union([cassoTransfer.transform((one) => [one]), z.array(cassoTransfer).max(500)]) })
  .transform(({ data }) => ({
    id: data
      .map(({ id }) => id)
      .join('+')
      .slice(0, 300),
    transfers: data,
  }))

const payos = z
  .object({
    data: z.object({
      orderCode: text,
      amount,
      description: text,
      accountNumber: text,
      virtualAccountNumber: text,
      reference: z.string().min(1),
      transactionDateTime: moment,
      code: text,
    }),
  })
  .transform(({ data }) => ({
    id: data.reference,
    transfers:
      data.code !== '' && data.code !== '00'
        ? []
        : [
            {
              id: data.reference,
              accounts: known(data.accountNumber, data.virtualAccountNumber),
              ...lineOf(data.amount, 'in', {
                at: data.transactionDateTime,
                content: data.description,
                reference: data.reference,
                balance: null,
              }),
            },
          ],
  }))

const shapes = { sepay, casso, payos } as const

/** What the providers send when somebody presses the button that tries the address: their own examples. */
const isTrial = ({ reference, accounts }: ToldTransfer) =>
  reference === 'MA_GIAO_DICH_THU_NGHIEM' ||
  reference === 'BANK_REF_ID' ||
  reference === 'TF230204212323' ||
  (accounts.includes('12345678') && reference === null)

/**
 * Reads an event that was signed. `digest` names what has no id of its own; a transfer without a moment is of the day on which it came.
 *
 * @example readEvent('sepay', { id: 7, transferType: 'in', transferAmount: 5000, content: 'DS7K3M9QX' }, { digest: 'x', day: '2026-11-23' }).id // '7'
 */
export function readEvent(provider: Provider, body: unknown, { digest, day }: { digest: string; day: string }): ReadEvent {
  if (body === undefined) return { id: `digest:${digest}`, why: 'no-json' }
  const read = shapes[provider].safeParse(body)
  if (!read.success) return { id: `digest:${digest}`, why: 'other-shape' }
  const { id, transfers } = read.data
  const moved = transfers.filter((one) => one.amount > 0).map((one) => ({ ...one, at: one.at || day }))
  if (moved.length === 0) return { id, why: 'no-transfer' }
  return moved.every(isTrial) ? { id, why: 'test-message' } : { id, transfers: moved }
}
