import { timeLine } from '@dacsan/papers'
import type { Block } from '@dacsan/papers'
import type { Ranks } from '../../law/rules.ts'
import { counted } from '../../papers/words.ts'
import type { MinutesDossier } from '../sessions/session-for-minutes.ts'
import { conflictWords, findingWords, noteConflict, noteUncounted } from '../words.ts'
import { partTable, unmetLines } from './result-tables.ts'

/** What the minutes say of one dossier: who did not judge it and why, what was talked over, what was found. */
export function aboutDossier(dossier: MinutesDossier, index: number, ranks: Ranks): Block[] {
  const { result, excluded, dismissed, uncounted, returned, quorum, discussion, finding, findingReason } = dossier
  return [
    { kind: 'heading', level: 2, text: `${index + 1}. ${dossier.productName}` },
    { kind: 'paragraph', align: 'left', text: `Chủ thể: ${dossier.producerName}, ${dossier.communeName}. Mã hồ sơ: ${dossier.code}.` },
    ...presented(dossier),
    ...(excluded.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `Không tham gia chấm vì có liên quan: ${excluded.map((conflict) => `${conflict.name} (${noteConflict(conflict)})`).join('; ')}. Còn ${quorum.present}/${quorum.seats} thành viên chấm điểm, cần ít nhất ${quorum.required}.`,
          },
        ]
      : []),
    ...dismissed.map(({ name, tie, reason }) => ({
      kind: 'paragraph' as const,
      text: `Đã xét và kết luận không có liên quan: ${name} ${conflictWords[tie]}; lý do: ${reason}.`,
    })),
    ...uncounted.map((sheet) => ({
      kind: 'paragraph' as const,
      text: `Phiếu đã nộp của ${sheet.name} không được tính: ${noteUncounted(sheet)}.`,
    })),
    ...(finding ? [{ kind: 'paragraph' as const, text: `${findingWords[finding]}: ${findingReason}` }] : []),
    ...(returned > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `${counted(returned)} phiếu đã nộp được trả lại để thành viên xem và chấm lại; tính điểm của lần nộp sau cùng.`,
          },
        ]
      : []),
    ...(discussion ? [{ kind: 'paragraph' as const, text: `Thảo luận: ${discussion}` }] : []),
    ...(result ? [partTable(result, ranks), ...unmetLines(result)] : []),
  ]
}

/** Nothing where the secretary noted no hour. */
function presented({ presentedFrom, presentedTo }: MinutesDossier): Block[] {
  if (!presentedFrom) return []
  const until = presentedTo ? ` đến ${timeLine(presentedTo)}` : ''
  return [{ kind: 'paragraph', text: `Chủ thể trình bày từ ${timeLine(presentedFrom)}${until}.` }]
}
