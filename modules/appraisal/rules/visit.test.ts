import { expect, test } from 'vitest'
import type { FilingChanges } from '../../dossiers/rules.ts'
import { visitReasons } from './visit.ts'

const answer = (section: 'business' | 'producer' | 'plan', field: 'materials' | 'process' | 'address' | 'planMarket' | 'linkage') => ({
  section,
  field,
  before: 'cũ',
  after: 'mới',
  words: null,
})
const paper = (change: FilingChanges['papers'][number]['change']): FilingChanges['papers'][number] => ({
  change,
  paper: { id: 'evi_1', kind: 1, title: 'Phiếu kiểm nghiệm', hash: 'h', criteria: [] },
})

// Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6: a field visit where much changed, or where the evidence is unclear.
test('a visit is proposed where the material, the way of making, the place or a paper is another one than in the last cycle', () => {
  const answers = [
    answer('business', 'materials'),
    answer('business', 'linkage'),
    answer('business', 'process'),
    answer('producer', 'address'),
  ]
  expect(visitReasons({ answers, papers: [paper('other-file')] })).toEqual(['materials', 'process', 'place', 'papers'])
  expect(visitReasons({ answers: [], papers: [paper('removed')] })).toEqual(['papers'])
})

test('nothing is proposed for other plans, one more paper, or a paper that speaks for other criteria', () => {
  expect(visitReasons({ answers: [answer('plan', 'planMarket')], papers: [paper('added'), paper('other-criteria')] })).toEqual([])
})
