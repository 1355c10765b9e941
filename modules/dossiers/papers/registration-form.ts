import type { Block, OfficialDocument } from '@dacsan/papers'
import { setNumberOf } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import type { DossierContent } from '../rules.ts'
import { kindWords, lowerFirst, wordsOfField } from '../words.ts'
import { placeName, printed, producerAddress, sampleMark } from './paper-words.ts'
import { registrationNumber } from './registration-number.ts'

/** Mẫu số 01, Phiếu đăng ký (Quyết định 26/2026/QĐ-TTg, Phụ lục III). */
export function registrationForm(dossier: DossierContent, set: { group: string; samplesRequired: number }): OfficialDocument {
  const { answers } = dossier
  const field = (number: number, label: string, value?: string) => ({ kind: 'field' as const, label: `${number}. ${label}`, value })
  const own = (name: Parameters<typeof printed>[2]) => printed(answers, 'producer', name)
  const madeOn = dossier.declaredAt ?? dossier.updatedAt
  return {
    formLabel: 'Mẫu số 01',
    issuingAgency: own('organisationName') ?? dossier.producer.name,
    place: placeName(dossier.commune.name),
    date: dateInVietnam(madeOn),
    typeName: 'PHIẾU ĐĂNG KÝ',
    subject: 'Đánh giá, phân hạng sản phẩm OCOP',
    addressees: [`Ủy ban nhân dân ${lowerFirst(dossier.commune.name)}, ${lowerFirst(dossier.commune.provinceName)}`],
    blocks: [
      { kind: 'heading', level: 1, text: 'I. THÔNG TIN VỀ CHỦ THỂ' },
      field(1, 'Tên đơn vị', own('organisationName')),
      field(2, 'Người đại diện', own('representative')),
      field(3, 'Chức vụ', own('position')),
      field(4, 'Địa chỉ', producerAddress(dossier)),
      {
        kind: 'fields',
        fields: [
          { label: '5. Điện thoại', value: own('phone') },
          { label: 'Email', value: own('email') },
        ],
      },
      { kind: 'heading', level: 1, text: 'II. THÔNG TIN VỀ SẢN PHẨM' },
      field(1, 'Tên sản phẩm', printed(answers, 'registration', 'productName')),
      field(2, 'Nhóm sản phẩm', `${set.group} (bộ ${setNumberOf(dossier.setCode)}: ${dossier.setName})`),
      field(3, 'Mô tả sản phẩm', printed(answers, 'registration', 'productDescription')),
      {
        kind: 'choices',
        label: '4. Loại đăng ký',
        options: Object.entries(kindWords).map(([kind, label]) => ({ label, checked: kind === dossier.kind })),
      },
      ...(dossier.kind === 'first' ? [] : [field(5, 'Nội dung thay đổi so với lần trước', printed(answers, 'registration', 'changes'))]),
      { kind: 'heading', level: 1, text: 'III. DANH MỤC KÈM THEO' },
      {
        kind: 'list',
        marker: 'number',
        items: [
          'Báo cáo tự đánh giá (Mẫu số 02).',
          ...(set.samplesRequired > 0 ? [`${String(set.samplesRequired).padStart(2, '0')} mẫu sản phẩm.`] : []),
          ...dossier.evidence.map((paper) => `${paper.kindName}: ${[paper.title, paper.number].filter(Boolean).join(', số ')}.`),
        ],
      },
      ...(set.samplesRequired > 0 ? [samples(answers.registration.samplesReady === true)] : []),
      { kind: 'paragraph', text: 'Chúng tôi cam đoan những nội dung trên là đúng sự thật và chịu trách nhiệm trước pháp luật.' },
      { kind: 'signatures', signatures: [{ authority: ['ĐẠI DIỆN CHỦ THỂ'], name: own('representative') }] },
      { kind: 'heading', level: 1, text: 'IV. TIẾP NHẬN' },
      {
        kind: 'fields',
        fields: [
          { label: '1. Số phiếu', value: registrationNumber(dossier.code) ?? undefined },
          { label: '2. Mã hồ sơ', value: dossier.submittedAt ? dossier.code : undefined },
        ],
      },
      { kind: 'signatures', signatures: [{ authority: ['TIẾP NHẬN CỦA CẤP XÃ'] }, { authority: ['TIẾP NHẬN CỦA CẤP TỈNH'] }] },
    ],
    // The producer signs above what the offices fill in.
    signatures: [],
    ...sampleMark(dossier),
    createdAt: madeOn,
  }
}

const samples = (checked: boolean): Block => ({
  kind: 'choices',
  options: [{ label: wordsOfField('registration', 'samplesReady').label, checked }],
})
