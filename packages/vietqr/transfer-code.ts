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
 * Weights 1, 2, 3 … modulo 31: a changed character and two characters exchanged always change the sum, for codes of up
 * to 30 characters.
 */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, index) => total + (index + 1) * ALPHABET.indexOf(character), 0)
  // The check character has weight LENGTH, chosen so that the weighted sum of the whole code is 0 modulo 31.
  for (let value = 0; value < BASE; value += 1) if ((sum + LENGTH * value) % BASE === 0) return ALPHABET[value]!
  throw new Error('31 is prime, so one of its residues fits')
}

function isTransferCode(text: string): boolean {
  return [...text].every((character) => ALPHABET.includes(character)) && text.at(-1) === checkCharacter(text.slice(0, -1))
}

/**
 * The code that a buyer writes into the transfer, ten characters: prefix of the deployment, serial number, check
 * character. A mistyped code is detected instead of paying for someone else's order.
 *
 * @param prefix 1–4 characters of the alphabet, the same for a whole deployment
 * @param serial whole number ≥ 0; with a prefix of two letters 27,512,614,111 codes fit
 * @example transferCode('DS', 1) // { ok: true, value: 'DSAAAAAABC' }
 */
export function transferCode(prefix: string, serial: number): Outcome<string, TransferCodeRefusal> {
  if (!/^.{1,4}$/.test(prefix) || ![...prefix].every((character) => ALPHABET.includes(character))) return refuse('bad-prefix')
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
 * @example findTransferCodes('CT den:0123 ds-aaaaaa bc. Cam on', 'DS') // ['DSAAAAAABC']
 */
export function findTransferCodes(text: string, prefix: string): string[] {
  const letters = stripAccents(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  const found = new Set<string>()
  for (let at = letters.indexOf(prefix); at !== -1; at = letters.indexOf(prefix, at + 1)) {
    const candidate = letters.slice(at, at + LENGTH)
    if (candidate.length === LENGTH && isTransferCode(candidate)) found.add(candidate)
  }
  return [...found]
}
