import { rankWords } from '../../catalogue/words.ts'
import type { CutColumn } from '../rules.ts'

/** The ways in which the register is read, and what the slice is called where the source does not tell. */
export const cutWords = {
  rank: { name: 'Theo hạng sao', unknown: rankWords.unknown },
  certifiedYear: { name: 'Theo năm công nhận', unknown: 'Chưa rõ năm' },
  setCode: { name: 'Theo bộ sản phẩm', unknown: 'Chưa rõ bộ' },
  producerKind: { name: 'Theo loại chủ thể', unknown: 'Chưa rõ loại hình' },
  communeName: { name: 'Theo xã, phường hiện nay', unknown: 'Chưa rõ xã' },
  formerDistrict: { name: 'Theo huyện cũ', unknown: 'Chưa rõ huyện cũ' },
  formerProvince: { name: 'Theo tỉnh cũ', unknown: 'Chưa rõ tỉnh cũ' },
} as const satisfies Record<CutColumn, { name: string; unknown: string }>
