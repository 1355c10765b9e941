import type { OfficialDocument } from '@dacsan/papers'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import { issuers } from '../../papers/index.ts'
import type { Purpose } from '../../personal-data.ts'
import type { StoredRequest } from '../request.store.ts'
import { purposeNames, requestKindNames, requestStatusNames, sayCell } from '../words.ts'
import { privacyPaperWords as words } from '../words/papers.ts'

/** The answer to somebody who asked about the own data: what was done, what stays and on which ground. It names nobody. */
export function requestAnswer(request: StoredRequest): OfficialDocument {
  const decidedAt = request.decidedAt ?? request.receivedAt
  return {
    superiorAgency: issuers.province.letterhead.toLocaleUpperCase('vi'),
    issuingAgency: issuers.province.office.letterhead.toLocaleUpperCase('vi'),
    place: issuers.province.place,
    date: dateInVietnam(decidedAt),
    createdAt: decidedAt,
    typeName: words.answer,
    subject: words.answerSubject(request.code),
    blocks: [
      { kind: 'field', label: words.code, value: request.code },
      { kind: 'field', label: words.kind, value: requestKindNames[request.kind] },
      { kind: 'field', label: words.received, value: sayCell(request.receivedAt) },
      { kind: 'field', label: words.decided, value: sayCell(decidedAt) },
      { kind: 'field', label: words.outcome, value: requestStatusNames[request.status] },
      { kind: 'field', label: words.words, value: request.answer ?? '' },
      ...(request.kept.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 1 as const, text: words.keptHeading },
            {
              kind: 'table' as const,
              columns: words.keptColumns.map((header, index) => ({ header, width: index === 1 ? 1 : 3 })),
              rows: request.kept.map(({ says, rows, purpose, until }) => ({
                cells: [says, String(rows), purposeNames[purpose as Purpose], until === null ? words.noEnd : formatDate(until)],
              })),
            },
          ]),
      { kind: 'paragraph', text: words.complain },
    ],
    signatures: [{ authority: words.signature }],
    recipients: words.recipients.slice(1),
  }
}
