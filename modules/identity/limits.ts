import type { Limit } from '@dacsan/platform/rate-limit'

const inQuarterOfAnHour = <Bucket extends string>(bucket: Bucket, most: number) => ({ bucket, most, minutes: 15 })

/**
 * Few tries per account and address, more where many people may share one address or one account is asked for from many. Each bucket counts for
 * itself, so that too many uses of one never exhaust another. An account is closed to the address that guesses long before it is closed to
 * everybody: who knows only somebody's e-mail needs many addresses to keep the owner out, and gets no more guesses than `account` allows.
 */
export const limits = {
  accountHere: inQuarterOfAnHour('account-here', 8),
  account: inQuarterOfAnHour('account', 60),
  address: inQuarterOfAnHour('address', 60),
  passwordAgain: inQuarterOfAnHour('password-again', 8),
  // A code of the application opens once (RFC 6238, 5.2), though it is good for a minute and a half.
  codeUsed: inQuarterOfAnHour('code-used', 1),
} as const satisfies Record<string, Limit>
