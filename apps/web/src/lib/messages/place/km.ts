import type { PlaceMessages } from './vi.ts'

export const km: PlaceMessages = {
  title: '{kind}៖ {place}',
  lead: 'ព្រឹត្តិការណ៍ទំនិញ (EPCIS) ហៅទីកន្លែងនេះតាមអាសយដ្ឋាននៃទំព័រនេះ។',
  kind: 'ប្រភេទទីកន្លែង',
  kinds: {
    workshop: 'រោងផលិត',
    store: 'ឃ្លាំង',
    stall: 'តូបលក់',
    'point-of-sale': 'កន្លែងលក់ OCOP',
    warehouse: 'ឃ្លាំងរបស់អ្នកទិញ',
  },
  commune: 'ឃុំ សង្កាត់',
  owner: 'កត់ត្រាដោយ',
  ownerNotPublic: 'អ្នកផលិតដែលមិនទាន់មានក្នុងបញ្ជីសាធារណៈ',
  state: 'ស្ថានភាព',
  inUse: 'កំពុងប្រើ',
  ended: 'ឈប់ប្រើហើយ',
  code: 'លេខកូដក្នុងព្រឹត្តិការណ៍',
  notShown: 'ឈ្មោះហៅផ្ទាល់ខ្លួន និងទីតាំងលើផែនទីមិនបង្ហាញជាសាធារណៈទេ៖ រោងផលិតជាច្រើនក៏ជាផ្ទះស្នាក់នៅដែរ។',
  data: 'ទិន្នន័យសម្រាប់ម៉ាស៊ីន (JSON-LD)',
  products: 'ផលិតផលរបស់អ្នកផលិតនេះ',
}
