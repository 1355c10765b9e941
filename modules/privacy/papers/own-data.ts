import type { OfficialDocument } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import { issuers } from '../../papers/index.ts'
import type { HeldRow } from '../../personal-data.ts'
import type { PurposeView } from '../rules/purpose.ts'
import { purposeNames } from '../words.ts'
import { sayCell, sayPurpose } from '../words/cells.ts'
import { privacyPaperWords as words } from '../words/papers.ts'

/** One kind of thing that is held about somebody, with the purpose that it is held for. */
export type DataSection = {
  name: string
  says: string
  fields: Readonly<Record<string, string>>
  codes: Readonly<Record<string, Readonly<Record<string, string>>>>
  purpose: PurposeView
  rows: readonly HeldRow[]
}

/** On paper a hundred lines of each kind say enough; the file has them all. */
const mostPrinted = 100

/** Everything that is held about somebody, section by section. */
export function ownDataDocument(sections: readonly DataSection[], { who, now }: { who: string; now: Date }): OfficialDocument {
  return {
    superiorAgency: issuers.province.letterhead.toLocaleUpperCase('vi'),
    issuingAgency: issuers.province.office.letterhead.toLocaleUpperCase('vi'),
    place: issuers.province.place,
    date: dateInVietnam(now),
    createdAt: now,
    typeName: words.ownData,
    subject: words.ownDataSubject(who),
    blocks: [
      { kind: 'paragraph', text: words.ownDataAbout },
      ...sections.flatMap(({ says, fields, codes, purpose, rows }, index) => [
        { kind: 'heading' as const, level: 1 as const, text: `${index + 1}. ${says} (${rows.length})` },
        { kind: 'paragraph' as const, text: `${purposeNames[purpose.purpose]}. ${sayPurpose(purpose)}` },
        ...(rows.length === 0
          ? []
          : [
              {
                kind: 'table' as const,
                fontSize: 9,
                columns: Object.values(fields).map((header) => ({ header, width: 1 })),
                rows: rows
                  .slice(0, mostPrinted)
                  .map((row) => ({ cells: Object.keys(fields).map((name) => sayCell(row[name] ?? null, codes[name])) })),
              },
            ]),
        ...(rows.length > mostPrinted ? [{ kind: 'paragraph' as const, text: words.moreRows(rows.length - mostPrinted) }] : []),
      ]),
    ],
    signatures: [],
  }
}
