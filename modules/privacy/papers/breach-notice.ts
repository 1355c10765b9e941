import type { OfficialDocument } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import { issuers } from '../../papers/index.ts'
import type { StoredBreach } from '../breach.store.ts'
import { breachKindNames, sayCell } from '../words.ts'
import { privacyPaperWords as words } from '../words/papers.ts'

/** Mẫu 08, as far as its contents are known: the official layout is not in our sources, and the paper says so. */
export function breachNotice(breach: StoredBreach): OfficialDocument {
  const at = breach.reportedAt ?? breach.madeAt
  return {
    formLabel: words.breachForm,
    superiorAgency: issuers.province.letterhead.toLocaleUpperCase('vi'),
    issuingAgency: issuers.province.office.letterhead.toLocaleUpperCase('vi'),
    place: issuers.province.place,
    date: dateInVietnam(at),
    createdAt: at,
    typeName: words.breach,
    subject: words.breachSubject,
    addressees: [words.addressee],
    blocks: [
      { kind: 'field', label: words.breachCode, value: breach.code },
      { kind: 'field', label: words.detectedAt, value: sayCell(breach.detectedAt) },
      { kind: 'field', label: words.detectedBy, value: breach.detectedBy },
      { kind: 'field', label: words.what, value: breach.what },
      { kind: 'field', label: words.kinds, value: breach.kinds.map((kind) => breachKindNames[kind]).join('; ') },
      { kind: 'field', label: words.persons, value: String(breach.persons) },
      { kind: 'field', label: words.consequences, value: breach.consequences || words.unknown },
      { kind: 'field', label: words.measures, value: breach.measures || words.unknown },
      { kind: 'field', label: words.told, value: breach.toldAt ? words.toldAt(sayCell(breach.toldAt)) : words.notTold },
      { kind: 'field', label: words.reportBy, value: sayCell(breach.reportBy) },
      { kind: 'paragraph', text: words.breachNote },
    ],
    signatures: [{ authority: words.signature }],
    recipients: words.recipients,
  }
}
