import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { AppraisalRefusal, SessionWarning } from '../rules.ts'
import { uploadRefusals } from '../../upload-refusals.ts'
import { paperUploadWords } from '../../upload-words.ts'
import { appealStatusWords } from './appeals.ts'
import { samplePlaceWords } from './preparation.ts'
import { roundName } from './rounds.ts'
import { conflictWords, disclosureWords, sayConflict, seatWords, sessionStatusWords, unreadyWords } from './states.ts'

const clock = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const sayMoment = (moment: Date) => `${clock.format(moment)} ngày ${formatDate(dateInVietnam(moment))}`

const sessionOver = 'Phiên họp đã kết thúc. Điểm không thay đổi được nữa.'
const list = (items: readonly string[]) => items.join(', ')

type Sentences = { [Code in AppraisalRefusal['code']]: (refusal: Extract<AppraisalRefusal, { code: Code }>) => string }

const sentences = {
  'round-not-in-law': ({ rounds }) => `Quy định hiện hành chỉ có đợt ${list(rounds.map(String))}. Hãy chọn một trong các đợt đó.`,
  'round-exists': ({ year, number }) => `${roundName({ year, number })} đã được mở. Hãy dùng đợt đã có.`,
  'round-closed': () => 'Đợt đánh giá này đã kết thúc nên không nhận thêm việc.',
  'dossiers-unfinished': ({ dossiers }) => `Chưa kết thúc được đợt vì còn hồ sơ chưa chấm: ${list(dossiers)}.`,
  'not-proposed': () => 'Hồ sơ không còn chờ cơ quan tỉnh kiểm. Hãy tải lại trang để xem hồ sơ đang ở đâu.',
  'items-missing': () => 'Hồ sơ còn thiếu thành phần. Hãy đánh dấu đủ các mục, hoặc trả lại kèm nội dung cần bổ sung.',
  'remark-missing': () => 'Hãy ghi rõ cần bổ sung điều gì trước khi trả hồ sơ.',
  'ground-missing': () => 'Hãy chọn một căn cứ của quy định. Không có căn cứ nào đúng thì trả lại kèm yêu cầu bổ sung.',
  'finding-missing': () => 'Hãy ghi rõ đã thấy gì: chủ thể và xã đọc, và có quyền khiếu nại.',
  'dossier-not-in-appraisal': () => 'Hồ sơ không ở bước thẩm định nên không ghi được báo cáo.',
  'not-an-adviser': () => 'Người được chọn không thuộc Tổ tư vấn hoặc cơ quan tham mưu cấp tỉnh.',
  'samples-incomplete': () =>
    'Sổ mẫu ghi chưa đủ số mẫu theo bộ tiêu chí. Hãy ghi mẫu mới nhận vào sổ, hoặc trả lại kèm yêu cầu bổ sung mẫu.',
  'not-at-province': () => 'Hồ sơ không ở tỉnh nên không ghi sổ mẫu.',
  'samples-not-asked': () => 'Bộ tiêu chí này không yêu cầu mẫu sản phẩm.',
  'samples-not-there': ({ place, held }) => `Sổ ghi ${samplePlaceWords[place]} chỉ còn ${held} mẫu. Hãy xem lại số mẫu hoặc việc.`,
  'day-in-future': () => 'Ngày này chưa tới. Hãy ghi ngày đã làm.',
  'day-passed': () => 'Hạn nộp đã qua. Hãy chọn một ngày từ hôm nay.',
  'visit-reported': () => 'Lần khảo sát này đã ghi kết quả. Đi thêm lần nữa thì lên lịch một lần khảo sát mới.',
  'visit-missing': () => 'Bộ tiêu chí này phải khảo sát thực địa trước. Hãy ghi kết quả khảo sát rồi nộp báo cáo.',
  'tests-awaited': ({ tests }) => `Báo cáo còn chờ kết quả kiểm nghiệm: ${list(tests)}.`,
  'test-answered': () => 'Yêu cầu kiểm nghiệm này đã có kết quả.',
  'test-file-missing': () => 'Hãy kèm phiếu kết quả của phòng thử nghiệm: ảnh chụp hoặc tệp PDF.',
  'unknown-criterion': ({ criterion }) => `Bộ tiêu chí không có tiêu chí ${criterion}.`,
  'adviser-not-assigned': () => 'Chưa giao báo cáo cho ai trong Tổ tư vấn nên chưa yêu cầu Tổ tư vấn nộp được.',
  'pre-score-unfinished': ({ criteria }) =>
    `Chấm sơ bộ còn ${criteria.length} tiêu chí chưa chấm: ${list(criteria)}. Hãy chấm đủ rồi nộp báo cáo.`,
  'adviser-conflict': ({ reason }) => `Không giao được: người này ${conflictWords[reason]}.`,
  'report-submitted': () => 'Báo cáo của Tổ tư vấn đã nộp nên không sửa được nữa.',
  'report-incomplete': ({ fields }) =>
    `Báo cáo còn thiếu: ${list(fields.map((field) => (field === 'findings' ? 'kết quả thẩm định' : 'hạng sao kiến nghị')))}.`,
  'chair-count': ({ chairs }) =>
    chairs === 0 ? 'Hội đồng chưa có Chủ tịch. Hãy chọn một người.' : 'Hội đồng chỉ có một Chủ tịch. Hãy chọn lại vai trò.',
  'secretary-missing': () => 'Hội đồng chưa có Thư ký. Hãy chọn ít nhất một người.',
  'members-missing': () => 'Hội đồng chưa có ủy viên nào chấm điểm cùng Chủ tịch.',
  'member-twice': ({ name }) => `${name} được chọn hai lần. Mỗi người chỉ giữ một vai trò.`,
  'role-missing': ({ name, seat }) => `Tài khoản của ${name} chưa có quyền làm ${seatWords[seat]}. Người quản trị cần cấp quyền trước.`,
  'home-incomplete': ({ field }) =>
    field === 'address'
      ? 'Hãy ghi số nhà, đường hoặc ấp, khóm nơi Ông/Bà ở. Muốn bỏ lời khai thì để trống cả hai ô.'
      : 'Hãy chọn xã, phường nơi Ông/Bà ở, theo tên mới.',
  'sensory-criteria-missing': () =>
    'Bộ tiêu chí của sản phẩm này không có chỉ tiêu cảm quan nên không thử lại được. Hãy chọn sản phẩm khác.',
  'repeat-there': () => 'Sản phẩm này đã có một mẫu thử lại trong phiên họp. Hãy dùng mã đã có, hoặc chọn sản phẩm khác.',
  'repeat-scored': () => 'Đã có thành viên chấm mẫu này nên không bỏ ra được. Mẫu không tính vào kết quả nào.',
  'repeat-handed-in': () => 'Ông/Bà đã nộp điểm mẫu này. Mỗi mẫu theo mã chỉ chấm một lần.',
  'no-dossiers': () => 'Hãy chọn ít nhất một hồ sơ để đưa ra Hội đồng.',
  'dossiers-not-ready': ({ dossiers }) =>
    `Chưa đưa ra Hội đồng được: ${list(dossiers.map(({ dossier, why }) => `${dossier} ${unreadyWords[why]}`))}.`,
  'held-before-report': ({ heldOn, dossier, reportedOn }) =>
    `Ngày họp ${formatDate(heldOn)} trước ngày Tổ tư vấn báo cáo hồ sơ ${dossier} (${formatDate(reportedOn)}). Hãy chọn ngày họp từ hôm đó.`,
  'nothing-to-appeal': () => 'Hồ sơ này chưa có kết quả để khiếu nại. Hãy tải lại trang để xem hồ sơ đang ở đâu.',
  'appeal-there': ({ status }) =>
    status === 'filed' || status === 'accepted'
      ? 'Khiếu nại về việc này đã gửi và đang chờ trả lời. Xem ở trang Khiếu nại của hồ sơ.'
      : 'Khiếu nại về việc này đã được trả lời. Không đồng ý với trả lời thì khiếu nại lần hai hoặc khởi kiện, theo Luật Khiếu nại.',
  'appeal-late': ({ lastDay }) => `Thời hạn khiếu nại đã hết ngày ${formatDate(lastDay)}.`,
  'appeal-closed': ({ status }) =>
    `Khiếu nại này “${appealStatusWords[status].toLowerCase()}” nên chưa làm được việc này. Hãy tải lại trang.`,
  'answer-in-future': ({ today }) => `Ngày ký sau hôm nay (${formatDate(today)}). Hãy ghi ngày trên văn bản đã ký.`,
  'answer-before-acceptance': ({ acceptedOn }) => `Ngày ký trước ngày thụ lý (${formatDate(acceptedOn)}). Hãy xem lại ngày.`,
  'no-open-round': () => 'Chưa có đợt đánh giá nào đang mở để đưa hồ sơ ra Hội đồng lần hai. Hãy mở đợt trước.',
  'another-dossier-open': ({ dossier }) =>
    `Sản phẩm này đang có hồ sơ khác (${dossier}). Chủ thể rút hồ sơ đó trước, rồi hồ sơ bị khiếu nại mới xét lại được.`,
  ...paperUploadWords,
  'answer-day-past': ({ until }) => `Ngày ${formatDate(until)} đã qua. Hãy chọn ngày trả lời từ hôm nay trở đi.`,
  'not-in-writing': () =>
    'Việc này chỉ làm trong phiên họp, không làm khi lấy ý kiến bằng văn bản. Nếu cần, hãy để hồ sơ lại cho một phiên họp.',
  'opinion-missing': () => 'Hãy chọn ý kiến: đồng ý kết luận bằng văn bản, hoặc đề nghị họp.',
  'opinion-reason-missing': () => 'Hãy ghi vì sao nên họp về hồ sơ này.',
  'opinions-awaited': ({ until, awaited }) =>
    `Còn chờ ý kiến: ${awaited.map(({ dossier, members }) => `${dossier} (${list(members)})`).join('; ')}. Kết thúc được khi đủ ý kiến, hoặc sau ngày ${formatDate(until)} nếu đủ túc số.`,
  'opinions-short': ({ dossiers }) =>
    `Đã quá ngày trả lời mà chưa đủ túc số: ${list(
      dossiers.map(
        ({ dossier, answered, required, seats, chairMissing }) =>
          `${dossier} (${answered}/${seats} ý kiến, cần ít nhất ${required}${chairMissing ? ', trong đó có Chủ tịch' : ''})`,
      ),
    )}. Ý kiến nộp muộn vẫn được nhận; hoặc để hồ sơ lại cho một phiên họp.`,
  'nothing-moved': () => 'Ngày, giờ và nơi họp vẫn như cũ. Hãy ghi lịch mới.',
  'session-closed': () => sessionOver,
  'hours-reversed': ({ beganAt, endedAt }) => `Giờ kết thúc ${endedAt} không sau giờ bắt đầu ${beganAt}. Hãy xem lại hai giờ này.`,
  'session-not-scoring': () => 'Phiên họp chưa bắt đầu chấm điểm.',
  'wrong-session-status': ({ status }) =>
    status === 'closed' ? sessionOver : `Phiên họp ${sessionStatusWords[status].toLowerCase()} nên chưa làm được việc này.`,
  conflict: sayConflict,
  'off-the-table': ({ finding }) =>
    ({
      eliminated: 'Hội đồng đã loại hồ sơ này nên không chấm điểm.',
      postponed: 'Hồ sơ này được để lại cho phiên họp sau.',
      withdrawn: 'Chủ thể đã rút hồ sơ này nên không chấm điểm.',
    })[finding],
  'deviation-within-limit': ({ limit }) =>
    `Điểm các phiếu không lệch quá ${limit} điểm nên không cần mở thảo luận. Nếu một thành viên bấm nhầm, hãy mở lại riêng phiếu đó.`,
  'sheet-locked': ({ submittedAt }) =>
    submittedAt
      ? `Ông/Bà đã ký nộp phiếu này lúc ${sayMoment(submittedAt)}, có thể trên máy khác: chỉ có một phiếu. Muốn sửa, hãy nhờ Thư ký mở lại.`
      : 'Phiếu đã nộp nên đã khóa. Muốn sửa, hãy nhờ Thư ký mở lại.',
  'version-conflict': () => 'Phiếu này vừa được sửa ở một cửa sổ khác. Nội dung mới chưa được lưu; hãy tải lại trang rồi chấm tiếp.',
  'unknown-option': ({ criterion }) => `Tiêu chí ${criterion} không có phương án vừa chọn.`,
  'criteria-missing': ({ criteria }) => `Còn ${criteria.length} tiêu chí chưa chấm: ${list(criteria)}.`,
  'comment-missing': ({ criteria }) => `Hãy ghi lý do không chấm ở tiêu chí: ${list(criteria)}.`,
  'change-reason-missing': ({ criteria }) => `Điểm đã thay đổi ở tiêu chí ${list(criteria)}. Hãy ghi lý do ở từng tiêu chí đã đổi.`,
  'reason-missing': () => 'Hãy ghi lý do.',
  'sheet-not-submitted': () => 'Phiếu này chưa nộp nên không cần mở lại.',
  'chair-absent': () => 'Chủ tịch Hội đồng chưa được ghi có mặt nên Hội đồng chưa kết luận được.',
  'quorum-missing': ({ present, required, seats }) =>
    `Chưa đủ túc số: có mặt ${present}/${seats} thành viên chấm điểm, cần ít nhất ${required}.`,
  'dossier-quorum-missing': ({ dossiers }) =>
    `Chưa đủ túc số khi không tính người có liên quan: ${list(
      dossiers.map(({ dossier, present, required, seats }) => `${dossier} (còn ${present}/${seats}, cần ít nhất ${required})`),
    )}. Hãy ghi thêm người có mặt, hoặc để hồ sơ lại cho một phiên họp khác.`,
  'ties-undecided': ({ ties }) =>
    `Thư ký chưa kết luận về người có thể có liên quan: ${ties.map(({ dossier, members }) => `${dossier} (${list(members)})`).join('; ')}.`,
  'absence-unexplained': ({ members }) =>
    `Phiếu đã nộp của ${list(members)} sẽ không được tính vì chưa ghi có mặt. Thư ký ghi có mặt, hoặc ghi lý do.`,
  'presentation-not-begun': () => 'Chưa ghi giờ chủ thể bắt đầu trình bày.',
  'attendance-early': ({ heldOn }) => `Phiên họp ngày ${formatDate(heldOn)} chưa diễn ra. Hãy ghi người có mặt từ ngày họp.`,
  'absence-reason-missing': ({ members }) =>
    `${list(members)} đã nộp phiếu. Không ghi có mặt thì phiếu không được tính, nên hãy ghi lý do.`,
  'no-scorer': ({ dossiers }) => `Không còn thành viên nào được chấm: ${list(dossiers)}. Hãy để hồ sơ lại cho một phiên họp khác.`,
  'sheets-missing': ({ missing }) =>
    `Còn phiếu chưa nộp: ${missing.map(({ dossier, members }) => `${dossier} (${list(members)})`).join('; ')}.`,
  'discussion-missing': ({ dossiers, limit }) =>
    `Cần thảo luận và ghi lại nội dung: ${list(
      dossiers.map(
        ({ dossier, disclosure }) => `${dossier} (${disclosure === 'exceeds' ? `điểm lệch quá ${limit} điểm` : disclosureWords.withheld})`,
      ),
    )}.`,
} satisfies Sentences

export function saySessionWarning(warning: SessionWarning): string {
  if (warning.code === 'rest-day') return 'Ngày họp là ngày nghỉ theo lịch. Nếu ghi nhầm, hãy mở lại phiên với ngày khác.'
  return `Phiên được mở ngày ${formatDate(warning.calledOn)}: họp trước ngày ${formatDate(warning.earliest)} thì thành viên nhận hồ sơ chưa đủ sớm.`
}

/** The Vietnamese sentence of a refusal. */
export function sayRefusal(refusal: AppraisalRefusal): string {
  const sentence = sentences[refusal.code] as (refusal: AppraisalRefusal) => string
  return sentence(refusal)
}

/** The field of the form of a complaint, or of its answer, beside which a refusal is said; others stand above the form. */
export const appealFields: Partial<Record<AppraisalRefusal['code'], string>> = {
  ...(Object.fromEntries(uploadRefusals.map((code) => [code, 'file'])) as Record<(typeof uploadRefusals)[number], string>),
  'answer-in-future': 'signedOn',
  'answer-before-acceptance': 'signedOn',
}
