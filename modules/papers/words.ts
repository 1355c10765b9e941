import type { Signature } from '@dacsan/papers'
import { stripAccents } from '@dacsan/vietnam'
import type { DrawingRefusal, PaperFormat } from './rules.ts'

/** "86,67" out of "86.67". */
export const points = (text: string): string => text.replace('.', ',')

/** Two digits for counts under ten, as papers write them. */
export const counted = (count: number): string => String(count).padStart(2, '0')

/** A name as it stands inside a sentence: "đợt 2 năm 2026", "xã Vinh Kim". */
export const within = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)

/** "CHẤT LƯỢNG SẢN PHẨM", as criteria print their headings, inside a table. */
export const sentenceCase = (name: string): string =>
  name === name.toLocaleUpperCase('vi') ? name.charAt(0) + name.slice(1).toLocaleLowerCase('vi') : name

/** One after the other with ";", the last with ".". */
export const listed = (items: readonly string[]): string[] => items.map((item, index) => `${item}${index < items.length - 1 ? ';' : '.'}`)

/** Whoever signs for the head says so (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7). */
export function signatureOf(title: string | null, name: string | null, head = 'Chủ tịch'): Signature {
  const authority = title === null ? [head] : /^phó /iu.test(title) ? [`KT. ${head}`, title] : [title]
  return { authority, name: name ?? undefined }
}

/** The last line of the recipients: the register, and the unit that drafted the paper (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9). */
export const keptBy = (draftingUnit: string): string => `Lưu: VT, ${draftingUnit}.`

/** What a paper made of sample data says across its page. */
export const sampleMark = (isSample: boolean): { watermark?: string } => (isSample ? { watermark: 'DỮ LIỆU MẪU' } : {})

/** A file's name without what folders and old computers choke on. */
export const asFileName = (text: string): string =>
  stripAccents(text)
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .toLowerCase()

/** How a page calls the formats of a paper. */
export const paperFormatNames = { pdf: 'PDF', docx: 'Word' } as const satisfies Record<PaperFormat, string>

const drawingWords = {
  'own-papers-in-work': ({ count, retryAfter }) =>
    `Hệ thống đang vẽ ${counted(count)} văn bản của bạn, xin chờ ${retryAfter} giây rồi mở lại. Văn bản đã vẽ xong mở được ngay.`,
  'too-many-papers': ({ retryAfter }) => `Nhiều người đang lấy văn bản cùng lúc, xin chờ ${retryAfter} giây rồi mở lại. Chưa có gì bị mất.`,
  'paper-took-too-long': ({ seconds }) =>
    `Văn bản này vẽ quá ${seconds} giây nên hệ thống đã dừng. Hãy thử lại, hoặc chia nhỏ (ít tem hơn, ít dòng hơn); nếu vẫn vậy, xin báo người quản trị.`,
} as const satisfies { [Code in DrawingRefusal['code']]: (refusal: Extract<DrawingRefusal, { code: Code }>) => string }

export function sayRefusal(refusal: DrawingRefusal): string {
  return (drawingWords[refusal.code] as (refusal: DrawingRefusal) => string)(refusal)
}
