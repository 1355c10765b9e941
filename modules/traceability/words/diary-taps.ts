import type { Aisle } from '../../catalogue/rules.ts'
import type { DiaryKind } from '../rules.ts'

/** A tap of the diary: the kind of the act, and what makers of such goods call it where the kind says too little. */
export type DiaryTap = { kind: DiaryKind; says?: string }

const made: readonly DiaryTap[] = [
  { kind: 'harvest' },
  { kind: 'buy-material' },
  { kind: 'prepare', says: 'Rửa, sơ chế' },
  { kind: 'process', says: 'Nấu, chế biến' },
  { kind: 'check', says: 'Kiểm tra chất lượng' },
  { kind: 'pack' },
]

/** What is usually done with goods of an aisle, in the order in which it is done. Whatever else there is stands below. */
export const diaryTaps = {
  fresh: [
    { kind: 'grow', says: 'Tưới nước' },
    { kind: 'grow', says: 'Bón phân' },
    { kind: 'grow', says: 'Phun thuốc' },
    { kind: 'harvest' },
    { kind: 'prepare', says: 'Rửa, phân loại' },
    { kind: 'pack' },
  ],
  grain: [{ kind: 'grow', says: 'Bón phân' }, { kind: 'harvest' }, { kind: 'dry' }, { kind: 'process', says: 'Xay xát' }, { kind: 'pack' }],
  food: made,
  spice: [{ kind: 'harvest' }, { kind: 'buy-material' }, { kind: 'dry' }, { kind: 'process', says: 'Xay, phối trộn' }, { kind: 'pack' }],
  tea: [{ kind: 'harvest' }, { kind: 'process', says: 'Sao, ủ' }, { kind: 'dry' }, { kind: 'check', says: 'Thử nếm' }, { kind: 'pack' }],
  drink: [
    { kind: 'harvest' },
    { kind: 'buy-material' },
    { kind: 'process', says: 'Ủ, lên men' },
    { kind: 'process', says: 'Chưng cất, lọc' },
    { kind: 'check', says: 'Đo độ cồn' },
    { kind: 'pack', says: 'Chiết chai' },
  ],
  herbal: [
    { kind: 'harvest' },
    { kind: 'buy-material' },
    { kind: 'dry' },
    { kind: 'process', says: 'Nấu cao, phối trộn' },
    { kind: 'pack' },
  ],
  craft: [
    { kind: 'buy-material' },
    { kind: 'prepare', says: 'Chẻ, phơi nguyên liệu' },
    { kind: 'process', says: 'Đan, dệt, đẽo' },
    { kind: 'check' },
    { kind: 'pack' },
  ],
  plant: [{ kind: 'grow', says: 'Tưới nước' }, { kind: 'grow', says: 'Bón phân' }, { kind: 'grow', says: 'Uốn, tỉa' }, { kind: 'ship' }],
  tourism: [
    { kind: 'prepare', says: 'Chuẩn bị đón khách' },
    { kind: 'check', says: 'Kiểm tra an toàn' },
  ],
} as const satisfies Record<Aisle, readonly DiaryTap[]>
