import type { RequestAct, RequestKind, RequestStatus } from '../acts.ts'
import type { ComparedField } from '../read-requests.ts'

export const requestKindWords: Record<RequestKind, string> = {
  claim: 'Nhận cơ sở trong sổ',
  new: 'Đăng ký mới',
  change: 'Đổi thông tin',
}

export const requestStatusWords: Record<RequestStatus, string> = {
  received: 'Đang chờ xã trả lời',
  asked: 'Chờ bổ sung',
  confirmed: 'Đã xác nhận',
  refused: 'Không nhận',
  withdrawn: 'Đã rút',
  'taken-back': 'Đã thu lại xác nhận',
}

export const requestActWords: Record<RequestAct, string> = {
  file: 'Gửi đề nghị',
  'file-for': 'Nộp hộ',
  'ask-change': 'Gửi đề nghị đổi',
  ask: 'Yêu cầu bổ sung',
  supplement: 'Bổ sung',
  confirm: 'Xác nhận',
  refuse: 'Không nhận',
  withdraw: 'Rút',
  'take-back': 'Thu lại xác nhận',
}

export const comparedFieldWords: Record<ComparedField, string> = {
  name: 'Tên cơ sở',
  kind: 'Loại hình',
  commune: 'Xã, phường',
  taxCode: 'Mã số thuế',
  registrationNo: 'Số đăng ký',
  representative: 'Người đại diện',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
}
