import type { CollectionStatus } from '../acts.ts'
import type { Receiver } from '../rules/shown.ts'

export const collectionStatusWords: Record<CollectionStatus, string> = { draft: 'Đang soạn', published: 'Đang đăng', closed: 'Đã gỡ' }
export const receiverWords: Record<Receiver, string> = {
  elders: 'Ông bà, cha mẹ',
  family: 'Gia đình',
  children: 'Trẻ nhỏ',
  partners: 'Đối tác, cơ quan',
  guests: 'Khách ở xa',
}
