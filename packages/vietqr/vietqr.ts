import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { stripAccents } from '@dacsan/vietnam'
import { parseEmv, parseFields, writeChecksum, writeField } from './emv.ts'
import type { EmvField, EmvRefusal } from './emv.ts'

/** `QRIBFTTA` pays into an account, `QRIBFTTC` onto a card. */
export type Service = 'QRIBFTTA' | 'QRIBFTTC'

/** `11` may be paid many times, `12` once. */
export type Initiation = '11' | '12'

/** A transfer as VietQR carries it. */
export type Transfer = {
  /** Bank identification number of the receiving bank, six digits. */
  bin: string
  /** Account or card number, 1–19 printable characters without space; virtual accounts have letters. */
  account: string
  service: Service
  /** Whole đồng, 1 … 9,999,999,999,999. */
  amount?: number
  /** What the payer's bank writes beside the transfer; at most 25 characters once its accents are gone. */
  purpose?: string
  /** Default: `12` with an amount, else `11`. */
  initiation?: Initiation
}

/** Which banks may be paid: see `data/banks/banks.json`. */
export type BankList = { has(bin: string): boolean }

export type BuildRefusal = {
  code: 'unknown-bank' | 'bad-account' | 'bad-service' | 'bad-amount' | 'bad-purpose' | 'bad-initiation'
}
export type ParseRefusal = EmvRefusal | BuildRefusal | { code: 'not-vietqr'; field: string }

const NAPAS = 'A000000727'
const MAX_AMOUNT = 9_999_999_999_999
const MAX_PURPOSE = 25

const isService = (text: unknown): text is Service => text === 'QRIBFTTA' || text === 'QRIBFTTC'
const isInitiation = (text: unknown): text is Initiation => text === '11' || text === '12'
const isAccount = (text: unknown): text is string => typeof text === 'string' && /^[\x21-\x7e]{1,19}$/.test(text)
const isAmount = (amount: unknown) => Number.isSafeInteger(amount) && (amount as number) >= 1 && (amount as number) <= MAX_AMOUNT

/**
 * Writes a VietQR payload (NAPAS, "VietQR" format 1.0 of 09/2021). The purpose loses its accents; over 25 printable
 * ASCII characters it is refused and not cut, because a cut transfer code pays for nobody's order.
 *
 * @example
 * buildVietQr({ bin: '970416', account: '257678859', service: 'QRIBFTTA', amount: 10_000, purpose: 'Chuyển tiền' }, new Set(['970416']))
 * // { ok: true, value: '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6' }
 */
export function buildVietQr(transfer: Transfer, banks: BankList): Outcome<string, BuildRefusal> {
  const { bin, account, service, amount, purpose } = transfer
  const initiation = transfer.initiation ?? (amount === undefined ? '11' : '12')
  const note = purpose === undefined ? undefined : stripAccents(purpose)
  if (!/^\d{6}$/.test(bin) || !banks.has(bin)) return refuse('unknown-bank')
  if (!isAccount(account)) return refuse('bad-account')
  if (!isService(service)) return refuse('bad-service')
  if (amount !== undefined && !isAmount(amount)) return refuse('bad-amount')
  if (note !== undefined && !/^[\x20-\x7e]{1,25}$/.test(note)) return refuse('bad-purpose')
  if (!isInitiation(initiation)) return refuse('bad-initiation')

  const beneficiary = writeField('00', bin) + writeField('01', account)
  const payload = [
    writeField('00', '01'),
    writeField('01', initiation),
    writeField('38', writeField('00', NAPAS) + writeField('01', beneficiary) + writeField('02', service)),
    writeField('53', '704'),
    ...(amount === undefined ? [] : [writeField('54', amount.toString())]),
    writeField('58', 'VN'),
    ...(note === undefined ? [] : [writeField('62', writeField('08', note))]),
  ]
  return done(writeChecksum(payload.join('')))
}

const valueOf = (fields: readonly EmvField[], id: string) => fields.find((field) => field.id === id)?.value

function readTemplate(fields: readonly EmvField[], id: string): Outcome<EmvField[], EmvRefusal> {
  return parseFields(valueOf(fields, id) ?? '')
}

/**
 * Reads a VietQR payload. Refuses what a payer's bank could read as another account: a wrong checksum, a stray
 * character inside a field, a repeated field, another network or currency.
 * The bank is not looked up: lists age, printed codes do not.
 *
 * @example
 * parseVietQr('00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F')
 * // { ok: true, value: { bin: '970416', account: '257678859', service: 'QRIBFTTA', initiation: '11' } }
 */
export function parseVietQr(payload: string): Outcome<Transfer, ParseRefusal> {
  const emv = parseEmv(payload)
  if (!emv.ok) return emv
  const network = readTemplate(emv.value, '38')
  if (!network.ok) return network
  if (valueOf(network.value, '00') !== NAPAS) return refuse('not-vietqr', { field: '38' })
  if (valueOf(emv.value, '53') !== '704') return refuse('not-vietqr', { field: '53' })
  if (valueOf(emv.value, '58') !== 'VN') return refuse('not-vietqr', { field: '58' })

  const beneficiary = readTemplate(network.value, '01')
  if (!beneficiary.ok) return beneficiary
  const additional = readTemplate(emv.value, '62')
  if (!additional.ok) return additional

  const bin = valueOf(beneficiary.value, '00') ?? ''
  const account = valueOf(beneficiary.value, '01')
  const service = valueOf(network.value, '02')
  const initiation = valueOf(emv.value, '01')
  const amount = valueOf(emv.value, '54')
  const purpose = valueOf(additional.value, '08')
  if (!/^\d{6}$/.test(bin)) return refuse('unknown-bank')
  if (!isAccount(account)) return refuse('bad-account')
  if (!isService(service)) return refuse('bad-service')
  if (initiation !== undefined && !isInitiation(initiation)) return refuse('bad-initiation')
  if (amount !== undefined && !/^[1-9]\d{0,12}$/.test(amount)) return refuse('bad-amount')
  if (purpose !== undefined && [...purpose].length > MAX_PURPOSE) return refuse('bad-purpose')

  return done({
    bin,
    account,
    service,
    ...(amount === undefined ? {} : { amount: Number(amount) }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(initiation === undefined ? {} : { initiation }),
  })
}
