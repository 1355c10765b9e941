import type { Limit } from '@dacsan/platform/rate-limit'

const inQuarterOfAnHour = <Bucket extends string>(bucket: Bucket, most: number) => ({ bucket, most, minutes: 15 })

/**
 * Few tries where one guesser stands, more where many may stand behind one word. Every door has counts of its own, so that a crowd at one never
 * closes another. An account closes to the address that guesses long before it closes to everybody: whoever knows only somebody's e-mail needs
 * many addresses to keep the owner out, and still gets no more guesses than `account` allows.
 */
export const limits = {
  accountHere: inQuarterOfAnHour('account-here', 8),
  account: inQuarterOfAnHour('account', 60),
  address: inQuarterOfAnHour('address', 60),
  passwordAgain: inQuarterOfAnHour('password-again', 8),
  // A code of the application opens once (RFC 6238, 5.2), though it is good for a minute and a half.
  codeUsed: inQuarterOfAnHour('code-used', 1),
} as const satisfies Record<string, Limit>
