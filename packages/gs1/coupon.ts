import { dateFault } from './dates.ts'

/**
 * A coupon code is a row of fields, some of which say themselves how long they are. Each reader takes the text and a place and gives the
 * place after its field, or `~place` (a negative number) where the fault is.
 */
type Field = (text: string, at: number) => number

const fault = (at: number) => ~at
const digit = (text: string, at: number) => (at < text.length ? text.charCodeAt(at) - 48 : -1)

/** A digit within a set. */
const oneOf =
  (allowed: string): Field =>
  (text, at) =>
    at < text.length && allowed.includes(text.charAt(at)) ? at + 1 : fault(at)

const fixed =
  (length: number): Field =>
  (text, at) =>
    at + length <= text.length ? at + length : fault(at)

/** A digit that says how many more digits follow, beside `extra`; `none` means no more at all. */
const counted =
  (allowed: string, extra: number, none?: number): Field =>
  (text, at) => {
    const count = digit(text, at)
    if (count < 0 || !allowed.includes(String(count))) return fault(at)
    return fixed(count === none ? 0 : count + extra)(text, at + 1)
  }

const companyPrefix = counted('0123456', 6)
const serialNumber = counted('0123456789', 6)
const date: Field = (text, at) => (at + 6 <= text.length && dateFault(text.slice(at, at + 6), false) < 0 ? at + 6 : fault(at))

const purchase = [counted('12345', 0), oneOf('012349'), fixed(3)]
const otherCompany = counted('01234569', 6, 9)

/** North American coupon code, AI (8110). Source: North American Coupon Application Guideline Using GS1 DataBar Expanded Symbols. */
const coupon = [companyPrefix, fixed(6), counted('12345', 0), ...purchase]
const optional: readonly (readonly [mark: string, fields: readonly Field[]])[] = [
  ['1', [oneOf('0123'), ...purchase, otherCompany]],
  ['2', [...purchase, otherCompany]],
  ['3', [date]],
  ['4', [date]],
  ['5', [serialNumber]],
  ['6', [counted('1234567', 6)]],
  ['9', [oneOf('01256'), oneOf('012'), fixed(1), oneOf('01')]],
]

/** Positive offer file coupon, AI (8112). Source: GS1 AI (8112) Coupon Data Specification. */
const positiveOffer = [oneOf('01'), counted('0123456', 6), fixed(6), serialNumber]

/** The place of the first fault in a coupon code of AI (8110), or -1. */
export function couponFault(text: string): number {
  const letter = text.search(/\D/)
  if (letter >= 0) return letter
  let at = readAll(coupon, text, 0)
  const dates: string[] = []
  for (const [mark, fields] of optional) {
    if (at < 0) return ~at
    if (text.charAt(at) !== mark) continue
    if (fields[0] === date) dates.push(text.slice(at + 1, at + 7))
    at = readAll(fields, text, at + 1)
  }
  if (at < 0) return ~at
  const [expires = '', starts = ''] = dates
  if (dates.length === 2 && starts > expires) return text.indexOf(`3${expires}4${starts}`)
  return at === text.length ? -1 : at
}

/** The place of the first fault in a coupon code of AI (8112), or -1. */
export function positiveOfferFault(text: string): number {
  const letter = text.search(/\D/)
  if (letter >= 0) return letter
  const at = readAll(positiveOffer, text, 0)
  if (at < 0) return ~at
  return at === text.length ? -1 : at
}

function readAll(fields: readonly Field[], text: string, from: number): number {
  let at = from
  for (const field of fields) {
    at = field(text, at)
    if (at < 0) return at
  }
  return at
}
