import { formatDate, formatDong, dong } from '@dacsan/vietnam'
import { fullAddress } from '../../catalogue/index.ts'
import { fieldsOf } from '../rules.ts'
import type { DossierAnswers, DossierContent, FieldName, FormSection, SectionAnswers } from '../rules.ts'
import { sayAnswer } from '../words.ts'

/** An answer as it is printed; nothing for what was not written. */
export function printed(answers: DossierAnswers, section: FormSection, name: FieldName): string | undefined {
  const value = (answers[section] as SectionAnswers)[name]
  if (value === undefined) return undefined
  const isMoney = fieldsOf(section).some(([field, { kind }]) => field === name && kind === 'money')
  return isMoney && typeof value === 'number' ? inDong(value) : sayAnswer(section, name, value)
}

/** Official papers write the currency out. */
const inDong = (value: number) => formatDong(dong(value)).replace('₫', 'đồng')

/** The producer's address with its commune and province. */
export const producerAddress = ({ answers, commune }: Pick<DossierContent, 'answers' | 'commune'>): string =>
  fullAddress(printed(answers, 'producer', 'address') ?? null, commune.name, commune.provinceName)

export const shownDate = (date: string | null): string | undefined => (date === null ? undefined : formatDate(date))

/** Where a paper is dated: the commune without its kind, as Nghị định 30/2020/NĐ-CP asks. */
export const placeName = (communeName: string): string => communeName.replace(/^(Xã|Phường|Thị trấn)\s+/u, '')

export const sampleMark = (dossier: Pick<DossierContent, 'isSample'>): { watermark?: string } =>
  dossier.isSample ? { watermark: 'DỮ LIỆU MẪU' } : {}
