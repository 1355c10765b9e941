import type { MessageText } from '../../message.ts'
import type { ProducerReason } from '../rules.ts'

export type Three = { vi: MessageText; en: MessageText; km: MessageText }

/** The province names the last day of the commune. */
const ofProvince: Record<ProducerReason, Three> = {
  draft: {
    vi: {
      subject: 'Hoàn tất hồ sơ “{product}” cho đợt {round} năm {year}',
      text: '{from} mời bạn hoàn tất hồ sơ “{product}” đang viết dở cho đợt {round} năm {year}. Xã đề nghị lên tỉnh đến hết ngày {day}, nên hãy nộp sớm để xã kịp kiểm.',
      short: 'Moi hoan tat ho so {product} cho dot {round}/{year}. Xa de nghi den {day}.',
    },
    en: {
      subject: 'Complete the dossier of “{product}” for round {round} of {year}',
      text: '{from} invites you to complete the dossier of “{product}”, which is still a draft, for round {round} of {year}. The commune proposes to the province until {day}: hand in early, so that it has time to check.',
      short: 'Complete the dossier of {product} for round {round}/{year}. The commune proposes until {day}.',
    },
    km: {
      subject: 'សូមបំពេញឯកសារ “{product}” សម្រាប់ជុំទី {round} ឆ្នាំ {year}',
      text: '{from} សូមអញ្ជើញអ្នកបំពេញឯកសារ “{product}” ដែលកំពុងសរសេរ សម្រាប់ជុំទី {round} ឆ្នាំ {year}។ ឃុំត្រូវស្នើទៅខេត្តត្រឹមថ្ងៃទី {day} ដូច្នេះសូមដាក់ឯកសារឱ្យបានឆាប់។',
      short: 'Moi hoan tat ho so {product} cho dot {round}/{year}. Xa de nghi den {day}.',
    },
  },
  ending: {
    vi: {
      subject: 'Nộp hồ sơ đánh giá lại “{product}” trong đợt {round} năm {year}',
      text: '{from} mời bạn nộp hồ sơ đánh giá lại “{product}”, giấy chứng nhận sắp hết hạn, trong đợt {round} năm {year}. Xã đề nghị lên tỉnh đến hết ngày {day}, nên hãy nộp sớm để xã kịp kiểm.',
      short: 'Moi nop danh gia lai {product} dot {round}/{year}. Xa de nghi den {day}.',
    },
    en: {
      subject: 'Hand in “{product}” for re-evaluation in round {round} of {year}',
      text: '{from} invites you to hand in “{product}”, whose certificate ends soon, for re-evaluation in round {round} of {year}. The commune proposes to the province until {day}: hand in early, so that it has time to check.',
      short: 'Hand in {product} for re-evaluation, round {round}/{year}. The commune proposes until {day}.',
    },
    km: {
      subject: 'សូមដាក់ “{product}” ឱ្យវាយតម្លៃឡើងវិញក្នុងជុំទី {round} ឆ្នាំ {year}',
      text: '{from} សូមអញ្ជើញអ្នកដាក់ឯកសារវាយតម្លៃឡើងវិញ “{product}” ដែលវិញ្ញាបនបត្រជិតផុតកំណត់ ក្នុងជុំទី {round} ឆ្នាំ {year}។ ឃុំត្រូវស្នើទៅខេត្តត្រឹមថ្ងៃទី {day} ដូច្នេះសូមដាក់ឯកសារឱ្យបានឆាប់។',
      short: 'Moi nop danh gia lai {product} dot {round}/{year}. Xa de nghi den {day}.',
    },
  },
  'no-product': {
    vi: {
      subject: 'Mời đưa sản phẩm tham gia OCOP đợt {round} năm {year}',
      text: '{from} mời bạn đưa sản phẩm của mình tham gia OCOP đợt {round} năm {year}. Xã đề nghị lên tỉnh đến hết ngày {day}, nên hãy nộp sớm để xã kịp kiểm.',
      short: 'Moi dua san pham tham gia OCOP dot {round}/{year}. Xa de nghi den {day}.',
    },
    en: {
      subject: 'Bring a product to round {round} of {year}',
      text: '{from} invites you to bring a product of yours to OCOP in round {round} of {year}. The commune proposes to the province until {day}: hand in early, so that it has time to check.',
      short: 'Bring a product to OCOP round {round}/{year}. The commune proposes until {day}.',
    },
    km: {
      subject: 'សូមអញ្ជើញនាំផលិតផលចូលរួម OCOP ជុំទី {round} ឆ្នាំ {year}',
      text: '{from} សូមអញ្ជើញអ្នកនាំផលិតផលរបស់អ្នកចូលរួម OCOP ជុំទី {round} ឆ្នាំ {year}។ ឃុំត្រូវស្នើទៅខេត្តត្រឹមថ្ងៃទី {day} ដូច្នេះសូមដាក់ឯកសារឱ្យបានឆាប់។',
      short: 'Moi dua san pham tham gia OCOP dot {round}/{year}. Xa de nghi den {day}.',
    },
  },
}

/** A commune names its own last day. */
const ofCommune: Record<ProducerReason, Three> = {
  draft: {
    vi: {
      subject: 'Hoàn tất hồ sơ “{product}” cho đợt {round} năm {year}',
      text: '{from} mời bạn hoàn tất hồ sơ “{product}” đang viết dở cho đợt {round} năm {year}. Nộp về xã đến hết ngày {day}.',
      short: 'Moi hoan tat ho so {product} cho dot {round}/{year}. Nop ve xa den {day}.',
    },
    en: {
      subject: 'Complete the dossier of “{product}” for round {round} of {year}',
      text: '{from} invites you to complete the dossier of “{product}”, which is still a draft, for round {round} of {year}. Hand it in to the commune until {day}.',
      short: 'Complete the dossier of {product} for round {round}/{year}. Hand in until {day}.',
    },
    km: {
      subject: 'សូមបំពេញឯកសារ “{product}” សម្រាប់ជុំទី {round} ឆ្នាំ {year}',
      text: '{from} សូមអញ្ជើញអ្នកបំពេញឯកសារ “{product}” ដែលកំពុងសរសេរ សម្រាប់ជុំទី {round} ឆ្នាំ {year}។ សូមដាក់ឯកសារទៅឃុំត្រឹមថ្ងៃទី {day}។',
      short: 'Moi hoan tat ho so {product} cho dot {round}/{year}. Nop ve xa den {day}.',
    },
  },
  ending: {
    vi: {
      subject: 'Nộp hồ sơ đánh giá lại “{product}” trong đợt {round} năm {year}',
      text: '{from} mời bạn nộp hồ sơ đánh giá lại “{product}”, giấy chứng nhận sắp hết hạn, trong đợt {round} năm {year}. Nộp về xã đến hết ngày {day}.',
      short: 'Moi nop danh gia lai {product} dot {round}/{year}. Nop ve xa den {day}.',
    },
    en: {
      subject: 'Hand in “{product}” for re-evaluation in round {round} of {year}',
      text: '{from} invites you to hand in “{product}”, whose certificate ends soon, for re-evaluation in round {round} of {year}. Hand it in to the commune until {day}.',
      short: 'Hand in {product} for re-evaluation, round {round}/{year}. Hand in until {day}.',
    },
    km: {
      subject: 'សូមដាក់ “{product}” ឱ្យវាយតម្លៃឡើងវិញក្នុងជុំទី {round} ឆ្នាំ {year}',
      text: '{from} សូមអញ្ជើញអ្នកដាក់ឯកសារវាយតម្លៃឡើងវិញ “{product}” ដែលវិញ្ញាបនបត្រជិតផុតកំណត់ ក្នុងជុំទី {round} ឆ្នាំ {year}។ សូមដាក់ឯកសារទៅឃុំត្រឹមថ្ងៃទី {day}។',
      short: 'Moi nop danh gia lai {product} dot {round}/{year}. Nop ve xa den {day}.',
    },
  },
  'no-product': {
    vi: {
      subject: 'Mời đưa sản phẩm tham gia OCOP đợt {round} năm {year}',
      text: '{from} mời bạn đưa sản phẩm của mình tham gia OCOP đợt {round} năm {year}. Nộp về xã đến hết ngày {day}.',
      short: 'Moi dua san pham tham gia OCOP dot {round}/{year}. Nop ve xa den {day}.',
    },
    en: {
      subject: 'Bring a product to round {round} of {year}',
      text: '{from} invites you to bring a product of yours to OCOP in round {round} of {year}. Hand it in to the commune until {day}.',
      short: 'Bring a product to OCOP round {round}/{year}. Hand in until {day}.',
    },
    km: {
      subject: 'សូមអញ្ជើញនាំផលិតផលចូលរួម OCOP ជុំទី {round} ឆ្នាំ {year}',
      text: '{from} សូមអញ្ជើញអ្នកនាំផលិតផលរបស់អ្នកចូលរួម OCOP ជុំទី {round} ឆ្នាំ {year}។ សូមដាក់ឯកសារទៅឃុំត្រឹមថ្ងៃទី {day}។',
      short: 'Moi dua san pham tham gia OCOP dot {round}/{year}. Nop ve xa den {day}.',
    },
  },
}

export const callWords = {
  issued: {
    subject: 'Kế hoạch OCOP năm {year}: chỉ tiêu của xã, phường bạn',
    text: 'Kế hoạch năm {year} đã ban hành. Xã, phường bạn: {products} sản phẩm mới, {renewals} sản phẩm đánh giá lại. Mở để xem các đợt và kết quả.',
    short: 'Ke hoach OCOP {year}: xa ban {products} san pham moi, {renewals} danh gia lai.',
  },
  commune: {
    subject: 'Kêu gọi chủ thể tham gia đợt {round} năm {year}',
    text: '{from} kêu gọi tham gia đợt {round} năm {year}. Xã, phường đề nghị đến hết ngày {day}. Mở để xem chủ thể nào nên mời và mời với hạn của xã.',
    short: 'Dot {round}/{year}: xa de nghi den {day}. Mo de moi chu the.',
  },
  says: {
    draft: 'Kêu gọi hoàn tất hồ sơ (gửi chủ thể)',
    ending: 'Kêu gọi đánh giá lại (gửi chủ thể)',
    'no-product': 'Kêu gọi đưa sản phẩm tham gia (gửi chủ thể)',
  },
  saysOfCommune: {
    draft: 'Xã kêu gọi hoàn tất hồ sơ (gửi chủ thể)',
    ending: 'Xã kêu gọi đánh giá lại (gửi chủ thể)',
    'no-product': 'Xã kêu gọi đưa sản phẩm tham gia (gửi chủ thể)',
  },
  ofProvince,
  ofCommune,
} as const
