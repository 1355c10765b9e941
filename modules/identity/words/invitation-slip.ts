import { formatMoment } from '@dacsan/vietnam'
import type { Role } from '../rules.ts'
import { roleNames } from './names.ts'

/** A moment as slips print it. */

type Facts = {
  kind: 'first' | 'renewed'
  name: string
  email: string
  seats: readonly { role: Role; organisation: string }[]
  madeByName: string
  until: Date
}

/** A printed invitation: one slip for one person. */
export const saySlip = (
  { kind, name, email, seats, madeByName, until }: Facts,
  { site, address, signIn }: { site: string; address: string; signIn: string },
) => ({
  issuer: `Nền tảng ${site}`,
  title: kind === 'first' ? 'Phiếu mời dùng hệ thống' : 'Phiếu cấp lại quyền đăng nhập',
  facts: [
    { term: 'Người nhận', value: name },
    { term: 'Đăng nhập bằng', value: email },
    ...seats.map(({ role, organisation }) => ({ term: 'Vai trò', value: `${roleNames[role]}, ${organisation}` })),
    { term: 'Dùng đến', value: formatMoment(until) },
  ],
  address,
  addressTitle: 'Quét mã, hoặc gõ đúng địa chỉ này:',
  steps: [
    'Mở camera điện thoại, quét mã bên trái. Không quét được thì gõ địa chỉ dưới mã vào trình duyệt.',
    'Tự đặt mật khẩu của mình. Không ai khác biết và không ai được hỏi mật khẩu đó.',
    `Những lần sau vào ${signIn} bằng thư điện tử ghi trên phiếu.`,
  ],
  foot: `Phiếu dùng một lần, có phiếu mới thì phiếu này hết giá trị. Phiếu hết hạn, bị mất hoặc ghi sai: hỏi ${madeByName}, người đã cấp phiếu, hoặc người quản trị của tỉnh.`,
})

export const slipWords = {
  print: 'In phiếu (PDF)',
  printAll: (count: number): string => `In ${count} phiếu (PDF)`,
  none: 'Không còn phiếu nào in được: địa chỉ đã dùng, đã hết hạn hoặc đã có phiếu mới hơn.',
  copy: 'Địa chỉ để gửi',
} as const
