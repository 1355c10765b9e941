import { expect, test } from 'vitest'
import type { AttachedEvidence } from './evidence.ts'
import type { ChoiceView } from './views.ts'
import { dossierWarnings } from './warnings.ts'

const today = '2026-11-25'
const paper: AttachedEvidence = {
  id: 'evi_1',
  kind: 2,
  title: 'Giấy ATTP',
  number: null,
  issuedBy: null,
  issuedOn: null,
  expiresOn: null,
  fileHash: 'f',
  fileName: 'a.pdf',
  criteria: [],
}
const choice = (criterion: string, criterionName: string, points: number): ChoiceView => ({
  criterion,
  criterionName,
  points,
  max: 5,
  label: null,
  optionIndex: 0,
  reason: '',
})
const law = {
  rows: [
    { row: 2, name: 'Giấy chứng nhận đủ điều kiện sản xuất', hint: '', declaredBy: 'hasFoodSafety' },
    { row: 11, name: 'Công bố chất lượng', hint: '', declaredBy: 'hasQualityDeclaration' },
  ],
  usual: { '1.2': [3], '3.1': [3], '5.1': [4] },
}
const dossier = {
  answers: { producer: {}, registration: {}, business: {}, plan: {} },
  choices: [] as ChoiceView[],
  evidence: [] as AttachedEvidence[],
}

test('a criterion that papers speak for, scored above 0 and without one, is told; one with its paper is not', () => {
  const choices = [choice('1.2', 'Nguồn nguyên liệu', 2), choice('5.1', 'Bảo vệ môi trường', 3), choice('3.1', 'Liên kết chuỗi', 0)]
  const evidence: AttachedEvidence[] = [{ ...paper, criteria: ['5.1'] }]
  expect(dossierWarnings({ ...dossier, choices, evidence }, law, today)).toEqual([
    { code: 'criterion-without-paper', criterion: '1.2', name: 'Nguồn nguyên liệu', points: 2 },
  ])
})

test('taste and colour are nothing a paper speaks for', () => {
  expect(dossierWarnings({ ...dossier, choices: [choice('10.1', 'Màu sắc', 3)] }, law, today)).toEqual([])
})

test('a box that is ticked points at its empty row in the table of papers', () => {
  const answers = { ...dossier.answers, registration: { hasFoodSafety: true, hasQualityDeclaration: true, samplesReady: true } }
  expect(dossierWarnings({ ...dossier, answers, evidence: [paper] }, law, today)).toEqual([
    { code: 'declared-without-paper', field: 'hasQualityDeclaration', kind: 11, kindName: 'Công bố chất lượng' },
  ])
})

test('a paper without its file, and one past its last day, are told by their names', () => {
  const evidence: AttachedEvidence[] = [
    { ...paper, fileHash: null },
    { ...paper, id: 'evi_2', expiresOn: '2026-11-24' },
    { ...paper, id: 'evi_3', expiresOn: today },
  ]
  expect(dossierWarnings({ ...dossier, evidence }, law, today)).toEqual([
    { code: 'paper-expired', id: 'evi_2', title: 'Giấy ATTP', expiresOn: '2026-11-24' },
    { code: 'paper-without-file', id: 'evi_1', title: 'Giấy ATTP' },
  ])
})
