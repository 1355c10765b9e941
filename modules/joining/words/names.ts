import type { RequestAct, RequestKind, RequestStatus, TransferAct, TransferStatus } from '../acts.ts'
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
  'print-slip': 'In giấy mời',
  'use-slip': 'Nhận tài khoản bằng giấy mời',
}

export const transferStatusWords: Record<TransferStatus, string> = {
  filed: 'Chờ bên kia đồng ý',
  agreed: 'Chờ xã kiểm',
  checked: 'Chờ tỉnh xác nhận',
  asked: 'Chờ bổ sung',
  confirmed: 'Đã chuyển',
  refused: 'Không nhận',
  declined: 'Bên kia không đồng ý',
  withdrawn: 'Đã rút',
}

export const transferActWords: Record<TransferAct, string> = {
  file: 'Gửi đề nghị chuyển',
  agree: 'Đồng ý',
  'agree-on-paper': 'Ghi nhận đồng ý bằng giấy',
  decline: 'Không đồng ý',
  check: 'Xã kiểm xong',
  ask: 'Yêu cầu bổ sung',
  supplement: 'Bổ sung',
  confirm: 'Xác nhận chuyển',
  refuse: 'Không nhận',
  withdraw: 'Rút',
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
