import type { OfficialDocument } from '@dacsan/papers'
import { authorities } from '../../province/index.ts'

/** Who reports, and to whom. */
export function reportLetterhead(): Pick<
  OfficialDocument,
  'superiorAgency' | 'issuingAgency' | 'symbol' | 'place' | 'signatures' | 'recipients'
> {
  const { letterhead, place, office } = authorities()
  return {
    superiorAgency: letterhead,
    issuingAgency: office.letterhead,
    symbol: office.reportSymbol,
    place,
    signatures: [{ authority: [office.head.toLocaleUpperCase('vi')] }],
    recipients: office.reportRecipients,
  }
}
