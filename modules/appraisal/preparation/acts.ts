import { carries, nameActs } from '@dacsan/decisions'
import type { DossierId, DossierStatus } from '../../dossiers/rules.ts'
import type { ActRows } from '../../identity/rules.ts'
import { photoUploadRefusals, uploadRefusals } from '../../upload-refusals.ts'
import type { LaboratoryTestId } from '../rules/ids.ts'

/** A test that the producer is to bring. */
export type TestAsked = { dossierId: DossierId; testId: LaboratoryTestId }

const province = { 'provincial-officer': 'any' } as const
const provinceOrAdviser = { 'provincial-officer': 'any', 'advisory-member': 'assigned' } as const
const beforeCouncil = { from: ['received', 'appraising'], closed: 'dossier-not-in-appraisal' } as const

/** What is made ready before the council sees a dossier (Điều 7, step 4): its samples, the visits, the tests beyond its papers. */
export const preparationActs = nameActs('dossier', {
  'record-samples': {
    from: ['proposed', 'received', 'appraising', 'scored'],
    by: province,
    event: 'sample.recorded',
    says: 'Ghi sổ mẫu sản phẩm',
    closed: 'not-at-province',
    refusals: ['samples-not-asked', 'samples-not-there', 'day-in-future'],
  },
  'plan-visit': {
    ...beforeCouncil,
    by: provinceOrAdviser,
    event: 'field-visit.planned',
    says: 'Lên lịch khảo sát thực địa',
  },
  'report-visit': {
    ...beforeCouncil,
    by: provinceOrAdviser,
    event: 'field-visit.reported',
    says: 'Ghi kết quả khảo sát thực địa',
    refusals: ['visit-reported', 'day-in-future', ...photoUploadRefusals],
  },
  'ask-test': {
    ...beforeCouncil,
    by: provinceOrAdviser,
    event: 'laboratory-test.asked',
    payload: carries<TestAsked>(),
    says: 'Yêu cầu kiểm nghiệm bổ sung',
    refusals: ['day-passed', 'unknown-criterion', 'adviser-not-assigned'],
  },
  'answer-test': {
    from: ['received', 'appraising', 'province-returned'],
    by: { producer: 'owner', ...provinceOrAdviser },
    event: 'laboratory-test.answered',
    says: 'Nộp kết quả kiểm nghiệm bổ sung',
    closed: 'dossier-not-in-appraisal',
    refusals: ['test-answered', 'day-in-future', 'test-file-missing', ...uploadRefusals],
  },
} as const satisfies ActRows<DossierStatus>)
