import type { Messages } from './vi.ts'
import { km as buy } from './buy/km.ts'
import { km as buyers } from './buyers/km.ts'
import { km as certificate } from './certificate/km.ts'
import { km as collection } from './collection/km.ts'
import { km as contest } from './contest/km.ts'
import { km as disclosure } from './disclosure/km.ts'
import { km as training } from './training/km.ts'
import { km as fair } from './fair/km.ts'
import { km as mark } from './mark/km.ts'
import { km as news } from './news/km.ts'
import { km as place } from './place/km.ts'
import { km as point } from './point/km.ts'
import { km as policy } from './policy/km.ts'
import { km as portal } from './portal/km.ts'
import { km as press } from './press/km.ts'
import { km as privacy } from './privacy/km.ts'
import { km as proof } from './proof/km.ts'
import { km as recall } from './recall/km.ts'
import { km as review } from './review/km.ts'
import { km as route } from './route/km.ts'
import { km as scan } from './scan/km.ts'

/** For review by a native speaker: docs/khmer-review.md lists every sentence. */
export const km: Messages = {
  frame: {
    brand: '{siteName}',
    tagline: 'ផលិតផល OCOP ខេត្ត{area}',
    skip: 'ទៅកាន់ខ្លឹមសារ',
    products: 'ផលិតផល',
    certificates: 'ពិនិត្យវិញ្ញាបនបត្រ',
    cart: 'កន្ត្រកទំនិញ',
    saved: 'បានរក្សាទុក',
    signIn: 'ចូលគណនី',
    office: 'តុការងារ',
    menu: 'ទំព័រ',
    language: 'ភាសា',
    owner: 'កំណែសាកល្បង។ ទិន្នន័យពិតមានបញ្ជាក់ប្រភព ទិន្នន័យសាកល្បងសរសេរថា “ទិន្នន័យគំរូ”។ នេះមិនមែនជាគេហទំព័រផ្លូវការរបស់ស្ថាប័នរដ្ឋទេ។',
    invented: 'ខេត្តនេះគ្មានពិតទេ៖ ឈ្មោះ និងលេខទាំងអស់នៅទីនេះ ប្រឌិតឡើងសម្រាប់សាកល្បងកម្មវិធី។',
    onlyVietnamese: 'ទំព័រនេះមានតែភាសាវៀតណាមប៉ុណ្ណោះ។',
    privacy: 'ទិន្នន័យផ្ទាល់ខ្លួន',
    policies: 'ម្ចាស់គេហទំព័រ និងលក្ខខណ្ឌ',
    fairs: 'ពិព័រណ៍',
    collections: 'បណ្ដុំផលិតផល',
    gifts: 'អំណោយ',
    recipes: 'មុខម្ហូប',
    contests: 'ការប្រកួត',
    classes: 'វគ្គបណ្តុះបណ្តាល',
    routes: 'ផ្លូវទស្សនា',
    points: 'កន្លែងលក់',
    buyers: 'សម្រាប់អ្នកទិញ',
    news: 'ព័ត៌មាន',
    press: 'សារព័ត៌មាន',
    marks: 'ម៉ាក',
    recalls: 'ការប្រមូលមកវិញ',
    openData: 'ទិន្នន័យបើកចំហ',
    sampleData: 'ទិន្នន័យគំរូ',
    unknown: 'មិនទាន់ដឹង',
  },
  buy,
  buyers,
  certificate,
  collection,
  contest,
  disclosure,
  training,
  fair,
  mark,
  news,
  place,
  point,
  policy,
  portal,
  press,
  privacy,
  proof,
  recall,
  review,
  route,
  scan,
}
