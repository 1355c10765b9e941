import { z } from 'zod'
import { aisleWords } from '../catalogue/words.ts'
import { between, declareTopics, isDistinct, sayCodes, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'
import { sayMillimetres } from './words/labels.ts'

// Beyond these no till and no phone reads a symbol that fits on a label.
const module = { least: 0.2, most: 2 }

const facts = { place: 'xã, tỉnh của cơ sở', 'net-content': 'định lượng', expiry: 'hạn sử dụng' }
const states = { certified: 'còn hiệu lực', expiring: 'sắp hết hạn', undated: 'chưa rõ thời hạn' }
const aisles: Record<string, string> = { ...aisleWords, '*': 'mọi sản phẩm' }

/** What labels read of the law. */
export const traceabilityTopics = declareTopics({
  /** By aisle of the register, `*` for all of them: what a label may not go out without. */
  'label.required-facts': topic(z.record(z.string(), z.array(z.enum(['place', 'net-content', 'expiry']))), {
    title: 'Thông tin bắt buộc trên tem',
    say: (required) =>
      Object.entries(required)
        .map(([aisle, wanted]) => `${(aisles[aisle] ?? aisle).toLocaleLowerCase('vi')}: ${wanted.map((fact) => facts[fact]).join(', ')}`)
        .join('; '),
    bounds: [
      {
        says: 'Mỗi mục là một quầy hàng của sổ đăng ký, hoặc * cho mọi sản phẩm; trong một mục không thông tin nào lặp lại.',
        holds: (required) => Object.entries(required).every(([aisle, wanted]) => Object.hasOwn(aisles, aisle) && isDistinct(wanted)),
      },
      // Nghị định 43/2017/NĐ-CP, Điều 10: where they come from stands on all goods.
      {
        says: 'Mục * (mọi sản phẩm) phải có place: hàng hóa nào cũng phải ghi xuất xứ.',
        holds: (required) => required['*']?.includes('place') === true,
      },
    ],
  }),
  /** The states of a certificate in which the stars of the programme may stand on a label. */
  'label.star-states': topic(z.array(z.enum(['certified', 'expiring', 'undated'])), {
    title: 'Giấy chứng nhận thế nào thì được in dấu OCOP',
    say: sayCodes(states),
    // A mark that not even a valid certificate gives is no mark.
    bounds: [
      {
        says: 'Phải có certified (giấy còn hiệu lực), và không mục nào lặp lại.',
        holds: (wanted) => wanted.includes('certified') && isDistinct(wanted),
      },
    ],
  }),
  // 24 today. Tax and accounting papers are kept for ten years, some for twenty; no law keeps for less than a month what it keeps.
  'retention.user-data-months': topic(z.number().int(), { title: 'Lưu dữ liệu người dùng (tháng)', ...between(1, 240) }),
  /** The X-dimension of a symbol that carries a GTIN, in millimetres: GS1 says it of what is read at retail point of sale. */
  'label.till-module-mm': topic(z.object({ least: z.number(), most: z.number() }), {
    title: 'Cạnh một ô của mã QR mang GTIN trên tem, tính bằng mm (để máy tính tiền đọc được)',
    say: ({ least, most }) => `từ ${sayMillimetres(least)} đến ${sayMillimetres(most)}`,
    bounds: [
      {
        says: 'Cạnh nhỏ nhất (least) từ 0,2 mm, cạnh lớn nhất (most) đến 2 mm, và least không lớn hơn most.',
        holds: ({ least, most }) => module.least <= least && least <= most && most <= module.most,
      },
    ],
  }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof traceabilityTopics> {}
}
