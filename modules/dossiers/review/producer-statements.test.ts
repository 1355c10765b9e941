import { expect, test } from 'vitest'
import { communeItemSources, listCriteriaSets, paperRows } from '../../law/index.ts'
import { communeItems, isDeclaredBox, isFormSection, sectionFields } from '../rules.ts'
import type { ChoiceView, DossierAnswers } from '../rules.ts'
import { producerStatements } from './producer-statements.ts'

const decision = '26/2026/QĐ-TTg'
const answers: DossierAnswers = {
  producer: {},
  registration: { productDescription: 'Dừa sáp sấy' },
  business: { materials: 'Dừa sáp Cầu Kè', labourTotal: 1200, labourLocal: 900 },
  plan: {},
}
const choice = (criterion: string, criterionName: string): ChoiceView => ({
  criterion,
  criterionName,
  points: 2,
  max: 3,
  label: 'Trên 50%',
  optionIndex: 1,
  reason: 'Có hợp đồng',
})

test('the answers and the criteria of a dossier stand beside the item of the commune that they speak to', () => {
  const choices = [choice('1.1', 'Nguồn nguyên liệu'), choice('3.3', 'Sử dụng lao động địa phương'), choice('6.3', 'Màu sắc')]
  const statements = producerStatements({ criteriaDecision: decision, setCode: 'QD26-07', answers, choices })
  expect(statements.materials.map(({ text }) => text)).toEqual(['Dừa sáp Cầu Kè', 'Trên 50%\nCó hợp đồng'])
  expect(statements.labour.map(({ text }) => text)).toEqual(['1.200', '900', 'Trên 50%\nCó hợp đồng'])
  expect(statements.labour.at(-1)!.label).toBe('3.3 Sử dụng lao động địa phương: 2/3 điểm')
  expect([statements.idea.length, statements.identity.length]).toEqual([1, 0])
})

test('every answer and every box that the reading of a decision names is a field of the forms', () => {
  for (const { code } of listCriteriaSets(decision)) {
    const sources = communeItemSources(decision, code)
    for (const field of communeItems.flatMap((item) => sources[item].answers)) {
      const [section = '', name = ''] = field.split('.')
      expect(isFormSection(section) && Object.hasOwn(sectionFields[section], name), field).toBe(true)
    }
  }
  for (const { declaredBy } of paperRows()) expect(declaredBy === undefined || isDeclaredBox(declaredBy)).toBe(true)
})
