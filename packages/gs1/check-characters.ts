import { set82 } from './character-set.ts'

/** The characters that a check pair is written in. Source: GS1 General Specifications, section 7.9.5. */
const set32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const modulus = 1021

const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83]

/**
 * The two check characters of an alphanumeric key such as the Global Model Number: set-82 values weighted with the primes from the right,
 * modulo 1021. Source: GS1 General Specifications, section 7.9.5.
 *
 * @param text the key without its pair, 1 to 23 characters of set 82; anything else throws a RangeError
 * @example checkCharacters('1987654Ad4X4bL5ttr2310c') // '2K'
 */
export function checkCharacters(text: string): string {
  if (text.length === 0 || text.length > primes.length) throw new RangeError(`a key has 1 to ${primes.length} characters before its pair`)
  let sum = 0
  for (let place = 0; place < text.length; place += 1) {
    const value = set82.indexOf(text.charAt(place))
    if (value < 0) throw new RangeError('a key has characters of set 82 only')
    sum += value * primes[text.length - 1 - place]!
  }
  sum %= modulus
  return set32.charAt(sum >> 5) + set32.charAt(sum & 31)
}

/** Whether the last two characters of a key are its check pair. @example hasCheckCharacters('1987654Ad4X4bL5ttr2310c2K') // true */
export function hasCheckCharacters(text: string): boolean {
  const body = text.slice(0, -2)
  return body !== '' && body.length <= primes.length && isSet82(body) && checkCharacters(body) === text.slice(-2)
}

function isSet82(text: string): boolean {
  return [...text].every((character) => set82.includes(character))
}
