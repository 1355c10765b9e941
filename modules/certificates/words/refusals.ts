import { formatDate } from '@dacsan/vietnam'
import type { CertificateStatus, CertificatesRefusal, ImportStatus, WithdrawalStatus } from '../rules.ts'
import { registerFaults } from './register.ts'

const notActiveWords = {
  active: 'Giấy này đang dùng.',
  withdrawn: 'Giấy này đã được thu hồi.',
  superseded: 'Giấy này đã được thay bằng giấy khác nên không cần thu hồi.',
} as const satisfies Record<CertificateStatus, string>

const importClosedWords = {
  proposed: 'Lần nhập này còn chờ xác nhận.',
  confirmed: 'Lần nhập này đã được xác nhận và đang chạy.',
  done: 'Lần nhập này đã xong.',
  'turned-down': 'Lần nhập này đã bị từ chối.',
} as const satisfies Record<ImportStatus, string>

const proposalClosedWords = {
  asked: 'Đề nghị này còn chờ xã xác nhận, chưa quyết định được.',
  open: 'Xã đã xác nhận; đề nghị này đang chờ quyết định.',
  decided: 'Đề nghị này đã có quyết định thu hồi.',
  dropped: 'Đề nghị này đã thôi, không xét nữa.',
} as const satisfies Record<WithdrawalStatus, string>

type Sentences = { [Code in CertificatesRefusal['code']]: (refusal: Extract<CertificatesRefusal, { code: Code }>) => string }

export const refusalWords = {
  'session-open': () => 'Phiên họp chưa kết thúc. Chủ tịch Hội đồng kết thúc phiên rồi mới lập được quyết định.',
  'nothing-decided': () => 'Phiên họp không có kết quả nào: mọi hồ sơ đã được để lại phiên sau.',
  'already-recorded': ({ number }) => `Quyết định này đã ban hành với số ${number}. Số và ngày không đổi được nữa.`,
  'number-malformed': ({ symbol }) => `Số quyết định chưa đúng. Ghi phần số, ví dụ 3981, hoặc đầy đủ 3981/${symbol}.`,
  'number-taken': ({ number, year }) => `Năm ${year} đã có quyết định khác mang số ${number}. Hãy xem lại số trên văn bản đã ký.`,
  'signed-in-future': ({ today }) => `Ngày ký ở tương lai. Hôm nay là ${formatDate(today)}; ký xong mới nhập.`,
  'signed-too-early': ({ earliest }) => `Ngày ký phải từ ${formatDate(earliest)} trở đi, vì việc được quyết định chưa có trước ngày đó.`,
  'later-certificate': ({ products }) => `Đã có giấy chứng nhận ký sau ngày này cho: ${products.join(', ')}. Hãy xem lại ngày ký.`,
  'proposal-incomplete': ({ missing }) =>
    missing === 'number'
      ? 'Đã có ngày tờ trình nhưng thiếu số. Hãy ghi số, hoặc để trống cả hai.'
      : 'Đã có số tờ trình nhưng thiếu ngày. Hãy ghi ngày, hoặc để trống cả hai.',
  'proposal-off-days': ({ earliest, signedOn }) =>
    `Ngày tờ trình phải từ ${formatDate(earliest)} (phiên họp kết thúc) đến ${formatDate(signedOn)} (ngày ký quyết định).`,
  'not-awaiting': () => 'Có sản phẩm không còn chờ Bộ. Hãy tải lại trang rồi chọn lại.',
  'meanwhile-not-in-law': () => 'Quy định đang dùng không cho tỉnh công nhận trong lúc Bộ xem xét. Xem mục này ở trang Luật.',
  'not-for-meanwhile': ({ stars }) =>
    stars.length === 0 ? 'Sản phẩm này không chờ Bộ.' : `Trong lúc chờ Bộ, sản phẩm này chỉ được công nhận ${stars.join(' hoặc ')} sao.`,
  'nothing-kept': ({ products }) =>
    `Tỉnh chưa công nhận hạng nào trong lúc chờ, nên không có gì để giữ: ${products.join(', ')}. Hãy chọn kết quả khác.`,
  'meanwhile-stands': ({ products }) =>
    `Tỉnh đã công nhận trong lúc chờ Bộ: ${products.join(', ')}. Chọn “giữ hạng tỉnh đã công nhận”; muốn lấy lại giấy thì làm thủ tục thu hồi.`,
  'not-recorded': () => 'Quyết định chưa ban hành. Nhập số và ngày ký trước, rồi mới ghi ngày gửi Bộ.',
  'nothing-to-send': () => 'Quyết định này không có sản phẩm nào trình Bộ.',
  'sent-off-days': ({ earliest, today }) =>
    `Ngày gửi phải từ ${formatDate(earliest)} (ngày ký quyết định) đến ${formatDate(today)} (hôm nay).`,
  'not-active': ({ status }) => notActiveWords[status],
  'not-our-paper': () => 'Giấy này không do tỉnh in từ nền tảng, nên không in lại hay đính chính ở đây được.',
  'nothing-corrected': () => 'Chưa sửa chữ nào so với giấy đang dùng.',
  'number-on-paper-taken': ({ number, product }) => `Số ${number} đã ghi cho giấy của ${product}. Hãy xem lại số trên giấy.`,
  'already-proposed': () => 'Giấy này đã có đề nghị thu hồi đang chờ. Mở trang Thu hồi để xem.',
  'conclusion-in-future': ({ today }) => `Ngày kết luận hoặc xác nhận ở tương lai. Hôm nay là ${formatDate(today)}.`,
  'proposal-closed': ({ status }) => proposalClosedWords[status],
  'nothing-chosen': () => 'Hãy chọn ít nhất một giấy cần thu hồi.',
  'several-authorities': ({ products }) =>
    `Một quyết định chỉ của một cơ quan: giấy 3, 4 sao do tỉnh thu hồi, giấy 5 sao do Bộ. Hãy bỏ chọn: ${products.join(', ')}.`,
  'reason-not-in-law': () => 'Lý do này không có trong quy định đang hiệu lực. Hãy chọn lại.',
  'register-rejected': ({ problems }) => registerFaults(problems.length),
  'import-closed': ({ status }) => importClosedWords[status],
  'import-faulty': ({ problems }) => `Tệp còn ${problems} chỗ sai nên chưa nhập được. Hãy sửa tệp rồi gửi lại.`,
  'doubts-open': ({ rows }) =>
    `Còn ${rows.length} dòng đáng ngờ chưa đánh dấu đã xem (dòng ${rows.slice(0, 20).join(', ')}${rows.length > 20 ? ', …' : ''}).`,
  'note-missing': () => 'Với “Lý do khác”, hãy ghi rõ lý do.',
} as const satisfies Sentences

/** The Vietnamese sentence of a refusal. */
export function sayRefusal(refusal: CertificatesRefusal): string {
  return (refusalWords[refusal.code] as (refusal: CertificatesRefusal) => string)(refusal)
}
