import { formatDate, formatMoment, isPlainDate } from '@dacsan/vietnam'
import type { PurposeView } from '../rules/purpose.ts'
import { groundNames, readerNames, sayMonths, termNames } from './names.ts'

/** A value of any room as a person reads it. */
export function sayCell(value: string | number | boolean | Date | null, codes: Readonly<Record<string, string>> = {}): string {
  if (value === null || value === '') return '–'
  if (value instanceof Date) return formatMoment(value)
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  if (typeof value === 'string' && Object.hasOwn(codes, value)) return codes[value]!
  return isPlainDate(value) ? formatDate(value) : String(value)
}

/** How long something is kept, in words. */
export const sayTerm = ({ months, term }: Pick<PurposeView, 'months' | 'term'>): string =>
  months === null ? termNames[term ?? 'archives'] : sayMonths(months)

/** Ground, term and readers in one sentence. */
export const sayPurpose = (purpose: PurposeView): string =>
  `Căn cứ: ${groundNames[purpose.ground].toLocaleLowerCase('vi')} (${purpose.instrument}). Giữ: ${sayTerm(purpose)}. Ai xem được: ${purpose.readers
    .map((reader) => readerNames[reader])
    .join(', ')}.`
