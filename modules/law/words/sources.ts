import type { Certainty } from '../rules.ts'

export const certaintyNames: Record<Certainty, string> = {
  confirmed: 'đã thấy trong nguồn',
  transcribed: 'theo bản chép, chưa đối chiếu bản ký',
  inferred: 'suy ra, cần đối chiếu',
  conflict: 'các nguồn ghi khác nhau',
  unknown: 'chưa có căn cứ',
}

/** How a row that was not read in its source is marked; null: it was. */
export const certaintyMarks: Record<Certainty, string | null> = {
  confirmed: null,
  transcribed: 'cần đối chiếu',
  inferred: 'cần đối chiếu',
  conflict: 'cần đối chiếu',
  unknown: 'cần đối chiếu',
}

/** What the address of a row leads to: a copy is read elsewhere than where the paper itself should be. */
export const sourceLinkWords: Record<Certainty, string> = {
  confirmed: 'nguồn',
  transcribed: 'nơi đăng bản gốc',
  inferred: 'nguồn',
  conflict: 'nguồn',
  unknown: 'nguồn',
}
