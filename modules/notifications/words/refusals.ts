import type { ReachRefusal, SendAgainRefusal, TextRefusal } from '../rules.ts'
import { channelNames, stateNames } from './names.ts'

type AnyRefusal = SendAgainRefusal | TextRefusal | ReachRefusal

export function sayRefusal(refusal: AnyRefusal): string {
  switch (refusal.code) {
    case 'delivery-under-way':
      return `Tin này đang được gửi (${stateNames[refusal.status].toLowerCase()}); hãy đợi kết quả.`
    case 'channel-off':
      return `Kênh ${channelNames[refusal.channel]} đang tắt.`
    case 'address-unknown':
      return `Người nhận chưa có địa chỉ cho kênh ${channelNames[refusal.channel]}.`
    case 'placeholder-unknown':
      return `Không có chỗ điền {${refusal.name}}. Tin này có: ${refusal.known.map((name) => `{${name}}`).join(', ')}.`
    case 'placeholder-broken':
      return `Dấu ngoặc nhọn không khép đúng, ở chỗ “${refusal.at}”.`
    case 'changed-elsewhere':
      return 'Người khác vừa sửa lời này. Hãy xem bản mới rồi sửa lại; những gì bạn gõ vẫn còn.'
    case 'phone-not-mobile':
      return 'Đây không phải số di động Việt Nam (10 số, bắt đầu bằng 03, 05, 07, 08 hoặc 09).'
    case 'quiet-hours-empty':
      return 'Hai giờ phải khác nhau, hoặc để trống cả hai.'
    case 'not-a-push-service':
      return 'Trình duyệt đưa địa chỉ không dùng được.'
    case 'too-many-attempts':
      return `Bạn vừa thử nhiều lần. Hãy đợi ${refusal.minutes} phút.`
  }
}
