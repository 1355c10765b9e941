import type { BuyMessages } from './vi.ts'

/** For review by a native speaker: docs/khmer-review.md lists every string. */
export const km: BuyMessages = {
  title: 'ទិញផលិតផលនេះ',
  per: 'ក្នុងមួយ {unit}',
  packs: 'ជ្រើសរើសកញ្ចប់',
  unitPrice: '{price} ក្នុងមួយ {unit}',
  namelessPack: 'កញ្ចប់គ្មានឈ្មោះ',
  left: 'នៅសល់ {n} {unit}',
  soldOut: 'អស់ពីស្តុក',
  expiry: 'ឡូតិ៍បន្ទាប់ប្រើបានដល់ {date}',
  quantity: 'ចំនួន',
  most: 'យ៉ាងច្រើន {n} ក្នុងមួយការបញ្ជាទិញ។',
  prices: 'តម្លៃតាមចំនួន',
  from: 'ចាប់ពី {n}',
  fromTo: '{from} ដល់ {to}',
  each: 'តម្លៃក្នុងមួយ {unit}',
  least: 'លក់ចាប់ពី {n} {unit}។',
  multiple: 'លក់ជាពហុគុណនៃ {n}។',
  add: 'ដាក់ក្នុងកន្ត្រក',
  seller: 'អ្នកលក់',
  registration: 'លេខចុះបញ្ជីអាជីវកម្ម ឬលេខពន្ធ',
  phone: 'ទូរស័ព្ទ',
  unknown: 'មិនទាន់ដឹង',
  direct: 'អ្នកផ្ទេរប្រាក់ត្រង់ទៅអ្នកលក់ គេហទំព័រនេះមិនកាន់ប្រាក់ទេ។',
  off: 'ខេត្តមិនទទួលការបញ្ជាទិញនៅទីនេះបណ្តោះអាសន្ន។ សូមទូរស័ព្ទទៅអ្នកលក់។',
}
