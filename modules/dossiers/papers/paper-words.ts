import { formatDate, formatDong, dong } from '@dacsan/vietnam'
import { fullAddress } from '../../catalogue/index.ts'
import type { DossierAnswers, DossierView, FieldName, FormSection, SectionAnswers } from '../rules.ts'
import { wordsOfField } from '../words.ts'

/** An answer as it is printed; nothing for what was not written. */
export function printed(answers: DossierAnswers, section: FormSection, name: FieldName): string | undefined {
  const value = (answers[section] as SectionAnswers)[name]
  if (value === undefined) return undefined
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  if (typeof value === 'number')
    return name.startsWith('revenue') || name.startsWith('profit') || name === 'planRevenue' ? inDong(value) : grouped(value)
  return wordsOfField(section, name).options?.[value] ?? value
}

/** Official papers write the currency out. */
const inDong = (value: number) => formatDong(dong(value)).replace('₫', 'đồng')

const grouped = (value: number) => new Intl.NumberFormat('vi-VN').format(value)

/** The producer's address with its commune and province. */
export const producerAddress = ({ answers, commune }: Pick<DossierView, 'answers' | 'commune'>): string =>
  fullAddress(printed(answers, 'producer', 'address') ?? null, commune.name, commune.provinceName)

export const shownDate = (date: string | null): string | undefined => (date === null ? undefined : formatDate(date))

/** Where a paper is dated: the commune without its kind, as Nghị định 30/2020/NĐ-CP asks. */
export const placeName = (communeName: string): string => communeName.replace(/^(Xã|Phường|Thị trấn)\s+/u, '')

export const sampleMark = (dossier: Pick<DossierView, 'isSample'>): { watermark?: string } =>
  dossier.isSample ? { watermark: 'DỮ LIỆU MẪU' } : {}
