import type { Limit } from '@dacsan/platform/rate-limit'

const inQuarterOfAnHour = <Bucket extends string>(bucket: Bucket, most: number) => ({ bucket, most, minutes: 15 })

/**
 * Few tries per account and address, more where many people may share one address or one account is asked for from many. Each bucket counts for
 * itself, so that too many uses of one never exhaust another. An account is closed to the address that guesses long before it is slowed for
 * everybody, and it is never closed to everybody: a browser in which its owner signed in before has its own count, and beyond `account` there are
 * still a few tries each minute.
 */
export const limits = {
  accountHere: inQuarterOfAnHour('account-here', 8),
  account: inQuarterOfAnHour('account', 60),
  accountSlow: { bucket: 'account-slow', most: 4, minutes: 1 },
  device: inQuarterOfAnHour('device', 8),
  address: inQuarterOfAnHour('address', 60),
  /** Answers of an identity provider, from one address: each asks the provider something. */
  provider: inQuarterOfAnHour('provider', 60),
  providerAsked: inQuarterOfAnHour('provider-asked', 120),
  // A way to a provider and back is gone once; it is good for less long than this counts.
  providerState: inQuarterOfAnHour('provider-state', 1),
  passwordAgain: inQuarterOfAnHour('password-again', 8),
  // Keys of machines that are not known here, from one address: nobody guesses one, and what hammers is heard of.
  unknownKeys: inQuarterOfAnHour('unknown-keys', 30),
  codeAgain: inQuarterOfAnHour('code-again', 8),
  keptForms: inQuarterOfAnHour('kept-forms', 40),
  // Files that come in pieces: thirty papers of three photos, and several times as many where the device begins anew.
  uploads: { bucket: 'uploads', most: 600, minutes: 60 },
  // Lines of the security log: beyond these a flood is sampled, so that it cannot fill the disk.
  notesHere: inQuarterOfAnHour('notes-here', 300),
  notes: inQuarterOfAnHour('notes', 5_000),
  // A code of the application opens once (RFC 6238, 5.2), though it is good for a minute and a half.
  codeUsed: inQuarterOfAnHour('code-used', 1),
} as const satisfies Record<string, Limit>
