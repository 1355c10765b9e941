import type { OrganisationKind, Role } from '../rules.ts'

export const roleNames: Record<Role, string> = {
  producer: 'Chủ thể OCOP',
  'commune-officer': 'Cán bộ xã',
  'provincial-officer': 'Chuyên viên cơ quan tham mưu OCOP tỉnh',
  'advisory-member': 'Thành viên Tổ tư vấn',
  'council-secretary': 'Thư ký Hội đồng',
  'council-member': 'Thành viên Hội đồng',
  'council-chair': 'Chủ tịch Hội đồng',
  leader: 'Lãnh đạo, Ban Chỉ đạo',
  'trade-department': 'Sở Công Thương',
  'science-department': 'Sở Khoa học và Công nghệ',
  'point-keeper': 'Người bán tại điểm bán OCOP',
  'trade-office': 'Cơ quan xúc tiến tỉnh khác',
  buyer: 'Người mua',
  'organisation-head': 'Phụ trách đơn vị',
  administrator: 'Quản trị',
}

export const organisationKindNames: Record<OrganisationKind, string> = {
  producer: 'Chủ thể',
  commune: 'Ủy ban nhân dân cấp xã',
  'provincial-office': 'Cơ quan tham mưu OCOP tỉnh',
  council: 'Hội đồng',
  department: 'Sở, ngành',
  'steering-committee': 'Ban Chỉ đạo',
  platform: 'Đơn vị vận hành',
  partner: 'Đối tác',
}

/** Signing in with a second factor, and whether someone does. */
export const secondFactorName = 'Xác thực hai lớp'
export const secondFactorState = (enabled: boolean): string => (enabled ? 'đã bật' : 'chưa bật')

/** Under whose name the platform makes what is there from the start. */
export const seedName = 'khởi tạo dữ liệu'

/** The organisation that serves a commune, by the name of the commune. */
export const communeOfficeName = (commune: string): string => `UBND ${commune.charAt(0).toLowerCase()}${commune.slice(1)}`

/** The organisation of those who run the platform. */
export const platformName = (site: string): string => `Nền tảng ${site}`

export const integrityCheckNames = { 'audit-chain': 'Nhật ký: mỗi dòng khóa vào dòng trước' }

/** Where the chain of the audit trail breaks. */
export const chainFaultNames: Record<'changed' | 'unlinked' | 'missing', string> = {
  changed: 'nội dung dòng đã bị đổi',
  unlinked: 'dòng không còn khớp với dòng trước',
  missing: 'thiếu dòng ngay trước',
}
