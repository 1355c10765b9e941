import { expect, test } from 'vitest'
import { noteText } from './note-text.ts'

test.each([
  ['Ghi chú: Bị loại nếu hỏng', 'Bị loại nếu hỏng'],
  ['Chú ý: Nếu có tạp chất thì dừng', 'Nếu có tạp chất thì dừng'],
  ['Yêu cầu: 100% sản phẩm', '100% sản phẩm'],
  ['Chỉ áp dụng khi có câu chuyện', 'Chỉ áp dụng khi có câu chuyện'],
])('the note "%s" is shown without the word of its title', (note, said) => {
  expect(noteText(note)).toBe(said)
})
