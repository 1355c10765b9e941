import { nameActs } from '@dacsan/decisions'
import type { ActRows } from '../identity/rules.ts'

/** What can be done to the law on file: a published row is never edited, only followed by another. */
export const ruleActs = nameActs('legal-rule', {
  supersede: {
    by: { administrator: 'any', 'provincial-officer': 'any' },
    event: 'law.superseded',
    says: 'Thay giá trị pháp luật',
    refusals: ['value-shape', 'not-later'],
  },
} as const satisfies ActRows)

export const lawActTables = [{ says: 'Căn cứ pháp lý', statuses: [], acts: ruleActs }] as const
