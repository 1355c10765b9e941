import type { PlainDate } from '@dacsan/vietnam'
import type { ConsentStatus } from '../acts.ts'

/** The purposes that nothing but consent allows. */
export const consentPurposes = ['news-from-seller', 'programme-invitations'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export const languages = ['vi', 'en', 'km'] as const
export type Language = (typeof languages)[number]

/** Where somebody agreed. */
export const channels = ['account-page', 'checkout', 'order-page'] as const
export type Channel = (typeof channels)[number]

/** One version of what is asked, in one language. */
export type ConsentText = {
  purpose: ConsentPurpose
  version: number
  language: Language
  text: string
  effectiveFrom: PlainDate
  /** Whoever agreed to an earlier version is asked again. */
  asksAgain: boolean
}

export type Consent = { purpose: ConsentPurpose; version: number; status: ConsentStatus }

/** The version that is asked on a day. */
export function currentText(texts: readonly ConsentText[], purpose: ConsentPurpose, day: PlainDate, language: Language = 'vi') {
  const begun = texts.filter((text) => text.purpose === purpose && text.effectiveFrom <= day)
  const version = Math.max(...begun.map((text) => text.version))
  const [vi] = begun.filter((text) => text.version === version && text.language === 'vi')
  return begun.find((text) => text.version === version && text.language === language) ?? vi
}

/**
 * Whether a consent still carries its purpose: it was not withdrawn, and no later version that goes further is in force. The text that was agreed
 * to stays the one that counts.
 */
export function isInForce({ purpose, version, status }: Consent, texts: readonly ConsentText[], day: PlainDate): boolean {
  if (status !== 'given') return false
  return !texts.some((text) => text.purpose === purpose && text.version > version && text.asksAgain && text.effectiveFrom <= day)
}
