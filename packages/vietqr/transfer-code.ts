import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { stripAccents } from '@dacsan/vietnam'

/**
 * The capitals and digits that are not mistaken for each other, without I, O, 0 and 1. L is left out as well: banks turn
 * codes into small letters, where it is a 1, and 31 is a prime, which the check character needs.
 */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const BASE = ALPHABET.length
const LENGTH = 10

export type TransferCodeRefusal = { code: 'bad-prefix' } | { code: 'bad-serial' }

/**
 * The characters before it, weighted 1, 2, 3 …, modulo 31; it weighs 30 itself. As 31 is a prime and all weights differ,
 * one changed character and two exchanged ones always show.
 */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, index) => total + (index + 1) * ALPHABET.indexOf(character), 0)
  return ALPHABET[sum % BASE]!
}

const isWritten = (text: string) => [...text].every((character) => ALPHABET.includes(character))
const isPrefix = (text: string) => text.length >= 1 && text.length <= 4 && isWritten(text)
const isTransferCode = (text: string) => text.length === LENGTH && isWritten(text) && text.at(-1) === checkCharacter(text.slice(0, -1))

/**
 * The code that a buyer writes into the transfer, ten characters: prefix of the deployment, serial number, check
 * character. A mistyped code is detected instead of paying for someone else's order.
 *
 * @param prefix 1–4 characters of the alphabet, the same for a whole deployment
 * @param serial whole number ≥ 0; with a prefix of two letters 27,512,614,111 codes fit
 * @example transferCode('DS', 1) // { ok: true, value: 'DSAAAAAABN' }
 */
export function transferCode(prefix: string, serial: number): Outcome<string, TransferCodeRefusal> {
  if (!isPrefix(prefix)) return refuse('bad-prefix')
  const width = LENGTH - 1 - prefix.length
  if (!Number.isSafeInteger(serial) || serial < 0 || serial >= BASE ** width) return refuse('bad-serial')
  let digits = ''
  for (let rest = serial; digits.length < width; rest = Math.floor(rest / BASE)) digits = ALPHABET[rest % BASE]! + digits
  const body = prefix + digits
  return done(body + checkCharacter(body))
}

/**
 * Every valid code of a deployment inside the text of a bank statement, however the bank changed case and spacing.
 * Each still has to be looked up: a text may hold a valid code by chance.
 *
 * @example findTransferCodes('CT den:0123 ds-aaaaaa bn. Cam on', 'DS') // ['DSAAAAAABN']
 */
export function findTransferCodes(text: string, prefix: string): string[] {
  if (!isPrefix(prefix)) return []
  const letters = stripAccents(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  const found = new Set<string>()
  for (let at = letters.indexOf(prefix); at !== -1; at = letters.indexOf(prefix, at + 1)) {
    const candidate = letters.slice(at, at + LENGTH)
    if (isTransferCode(candidate)) found.add(candidate)
  }
  return [...found]
}
