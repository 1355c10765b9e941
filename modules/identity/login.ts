import { readPhone } from '@dacsan/vietnam'
import type { UserId } from './ids.ts'

/** The end of addresses that no mail reaches (RFC 2606): accounts without e-mail and erased ones have such an address, which nobody signs in with. */
const unreachable = '.invalid'

export const isReachable = (email: string): boolean => !email.toLowerCase().endsWith(unreachable)

/** The address of an account without e-mail, for the library of sign-ins alone. */
export const internalEmailOf = (userId: UserId): string => `${userId.toLowerCase()}@khong-thu${unreachable}`

/** What somebody signs in with. */
export type Login = { email: string } | { phone: string }

/**
 * What was typed beside the password: a telephone number where it reads as one, otherwise an e-mail address.
 *
 * @example readLogin('+84 912 345 678') // { phone: '0912345678' }
 */
export function readLogin(typed: string): Login {
  const phone = readPhone(typed)
  return phone === undefined ? { email: typed.trim().toLowerCase() } : { phone }
}
