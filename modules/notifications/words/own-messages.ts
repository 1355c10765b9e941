import type { MessageRule } from '../../message.ts'

/** What somebody sends to oneself to see which channels work. */
export const testMessage: MessageRule<'name'> = {
  name: 'reach.test',
  says: 'Tin thử',
  kind: 'work',
  pace: 'at-once',
  sample: { name: 'Thạch Thị Mai' },
  words: {
    vi: {
      subject: 'Tin thử',
      text: 'Chào {name}. Nếu bạn đọc được tin này thì kênh đang hoạt động.',
      short: 'Tin thu: kenh nhan tin cua {name} dang hoat dong.',
    },
    en: {
      subject: 'Test message',
      text: 'Hello {name}. If you can read this, the channel works.',
      short: 'Test: the channel of {name} works.',
    },
    km: {
      subject: 'សារសាកល្បង',
      text: 'សួស្តី {name}។ បើអ្នកអានសារនេះបាន មធ្យោបាយនេះដំណើរការ។',
      short: 'Tin thu: kenh nhan tin cua {name} dang hoat dong.',
    },
  },
}
