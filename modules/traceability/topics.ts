import { z } from 'zod'
import { aisleWords } from '../catalogue/words.ts'
import { between, declareTopics, fieldBetween, isDistinct, sayCodes, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'
import { diaryKindWords } from './words/lots.ts'
import { tapKinds } from './rules/diary.ts'
import { unitFindings } from './rules/unit.ts'
import type { UnitFinding } from './rules/unit.ts'
import { findingNames } from './words/units-scanned.ts'
import { sayMillimetres } from './words/labels.ts'

// Beyond these no till and no phone reads a symbol that fits on a label.
const module = { least: 0.2, most: 2 }

const points = z.number().int().min(0).max(100)
const weight = points.default(0)

const facts = { place: 'xã, tỉnh của cơ sở', 'net-content': 'định lượng', expiry: 'hạn sử dụng' }
const states = { certified: 'còn hiệu lực', expiring: 'sắp hết hạn', undated: 'chưa rõ thời hạn' }
const aisles: Record<string, string> = { ...aisleWords, '*': 'mọi sản phẩm' }

const moduleRange = z.object({ least: z.number(), most: z.number() })
const moduleWords = {
  say: ({ least, most }: z.infer<typeof moduleRange>) => `từ ${sayMillimetres(least)} đến ${sayMillimetres(most)}`,
  bounds: [
    {
      says: 'Cạnh nhỏ nhất (least) từ 0,2 mm, cạnh lớn nhất (most) đến 2 mm, và least không lớn hơn most.',
      holds: ({ least, most }: z.infer<typeof moduleRange>) => module.least <= least && least <= most && most <= module.most,
    },
  ],
}

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
  /** How long the devices that scanned a unit are remembered, as keyed hashes. */
  'label.scan-days': topic(z.number().int(), { title: 'Giữ dấu vết lượt quét tem có số riêng (ngày)', ...between(1, 365) }),
  /** What speaks against the label of a unit, how much, and from when buyers and the office are told. */
  'label.scan-doubt': topic(
    z.object({
      devices: z.number().int(),
      burst: z.object({ devices: z.number().int(), minutes: z.number().int() }),
      kilometresAnHour: z.number().int(),
      guesses: z.object({ most: z.number().int(), days: z.number().int() }),
      // A row from before a finding was looked for weighs it as nothing.
      points: z.object(Object.fromEntries(unitFindings.map((finding) => [finding, weight])) as Record<UnitFinding, typeof weight>),
      warnFrom: z.number().int(),
      caseFrom: z.number().int(),
    }),
    {
      title: 'Dấu hiệu tem bị làm giả khi quét số riêng',
      say: ({ devices, burst, kilometresAnHour, guesses, points: given, warnFrom, caseFrom }) =>
        [
          `quá ${devices} máy quét một tem, hoặc ${burst.devices} máy trong ${burst.minutes} phút, hoặc nhanh hơn ${kilometresAnHour} km/giờ`,
          `${guesses.most} số không cấp trong ${guesses.days} ngày`,
          unitFindings.map((finding) => `${findingNames[finding]}: ${given[finding]}`).join(', '),
          `báo người mua từ ${warnFrom} điểm, mở hồ sơ từ ${caseFrom} điểm`,
        ].join('; '),
      bounds: [
        fieldBetween('devices', 'Số máy quét một tem (devices)', 1, 1000),
        fieldBetween('kilometresAnHour', 'Tốc độ (kilometresAnHour)', 100, 5000),
        fieldBetween('warnFrom', 'Báo người mua từ số điểm (warnFrom)', 1, 500),
        fieldBetween('caseFrom', 'Mở hồ sơ từ số điểm (caseFrom)', 1, 500),
        {
          says: 'Một đợt quét dồn dập (burst) có từ 2 máy, trong 1 đến 1.440 phút; số lần đoán (guesses) từ 1, trong 1 đến 365 ngày.',
          holds: ({ burst, guesses }) =>
            burst.devices >= 2 &&
            burst.minutes >= 1 &&
            burst.minutes <= 1440 &&
            guesses.most >= 1 &&
            guesses.days >= 1 &&
            guesses.days <= 365,
        },
      ],
    },
  ),
  /** By aisle, or by the code of one set, which then stands before its aisle: what the diary offers at one tap. */
  'diary.taps': topic(
    z.record(z.string(), z.array(z.object({ kind: z.enum(tapKinds), says: z.string().trim().min(1).max(40).optional() }))),
    {
      title: 'Việc thường làm mà nhật ký lô hàng bấm được ngay',
      say: (taps) =>
        Object.entries(taps)
          .map(
            ([of, usual]) =>
              `${aisles[of]?.toLocaleLowerCase('vi') ?? of}: ${usual.map(({ kind, says }) => says ?? diaryKindWords[kind]).join(', ')}`,
          )
          .join('; '),
      bounds: [
        {
          says: 'Mỗi mục là một quầy hàng của sổ đăng ký hoặc mã một bộ sản phẩm, ví dụ QD26-07.',
          holds: (taps) => Object.keys(taps).every((of) => Object.hasOwn(aisleWords, of) || /^QD\d{2}-\d{2}$/.test(of)),
        },
        {
          says: 'Quầy hàng nào cũng phải có mục của mình, mỗi mục từ 1 đến 12 việc, không việc nào lặp lại.',
          holds: (taps) =>
            Object.keys(aisleWords).every((aisle) => Object.hasOwn(taps, aisle)) &&
            Object.values(taps).every(
              (usual) => usual.length >= 1 && usual.length <= 12 && isDistinct(usual.map(({ kind, says }) => `${kind} ${says ?? ''}`)),
            ),
        },
        // The page sends kind and name in one value, with a tilde between.
        {
          says: 'Tên một việc (says) không có dấu ~.',
          holds: (taps) =>
            Object.values(taps)
              .flat()
              .every(({ says }) => !says?.includes('~')),
        },
      ],
    },
  ),
  /** The X-dimension of a symbol that carries a GTIN, in millimetres: GS1 says it of what is read at retail point of sale. */
  'label.till-module-mm': topic(moduleRange, {
    title: 'Cạnh một ô của mã QR mang GTIN trên tem, tính bằng mm (để máy tính tiền đọc được)',
    ...moduleWords,
  }),
  /** The same of the bars of an EAN-13 beside it. */
  'label.bars-module-mm': topic(moduleRange, {
    title: 'Bề rộng vạch nhỏ nhất của mã vạch EAN-13 trên tem, tính bằng mm',
    ...moduleWords,
  }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof traceabilityTopics> {}
}
