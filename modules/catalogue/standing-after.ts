import { isValidityInferred } from './register-columns.ts'
import type { Recognition } from './group-register.ts'
import type { RecordedStanding } from './product.store.ts'

/**
 * Where a product stands after the recognitions that a register tells of, the earliest first. A result waiting for the ministry is no
 * recognition: the rank held before stays. A recognition whose rank no source gives still counts, its rank unknown.
 */
export function standingAfter(recognitions: readonly Recognition[]): Omit<RecordedStanding, 'productId' | 'certificateCode'> {
  const last = recognitions.findLast(isRecognition)
  return {
    standing: last ? 'certified' : 'none',
    stars: last?.stars ?? null,
    potentialFive: last?.stars !== 5 && recognitions.some((recognition) => recognition.potentialFive),
    certifiedFrom: last?.issuedOn ?? null,
    certifiedUntil: last?.validUntil ?? null,
    validityInferred: last !== undefined && isValidityInferred(last.validityBasis),
    certifiedYear: last?.year ?? null,
  }
}

export function isRecognition(recognition: Recognition): boolean {
  return recognition.stars !== null || !recognition.potentialFive
}
