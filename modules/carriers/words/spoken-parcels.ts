import type { Language } from '../../say.ts'
import type { ParcelStatus } from '../rules/kinds.ts'
import { parcelStateWords } from './names.ts'
import { orderParcels, parcelPage } from './pages.ts'

type ParcelWords = { title: string; unconfirmed: string; cod: string; states: Readonly<Record<ParcelStatus, string>> }

/** What a buyer reads of the parcels of an order. */
export const spokenParcels: Readonly<Record<Language, ParcelWords>> = {
  vi: { title: orderParcels.buyerTitle, unconfirmed: parcelPage.unconfirmed, cod: orderParcels.cod, states: parcelStateWords },
  en: {
    title: 'Where the goods are',
    unconfirmed: 'told by the carrier, not yet checked',
    cod: 'Cash on delivery: {amount}',
    states: {
      planned: 'Request is being sent',
      created: 'Waiting for pick-up',
      picked: 'Picked up',
      'in-transit': 'On its way',
      'out-for-delivery': 'Out for delivery',
      delivered: 'Delivered',
      failed: 'Not delivered yet',
      returning: 'Going back',
      returned: 'Went back',
      lost: 'Lost or broken',
      cancelled: 'Cancelled',
      refused: 'Refused by the carrier',
    },
  },
  km: {
    title: 'ទំនិញនៅឯណា',
    unconfirmed: 'អ្នកដឹកប្រាប់ មិនទាន់ផ្ទៀងផ្ទាត់',
    cod: 'បង់ពេលទទួលទំនិញ៖ {amount}',
    states: {
      planned: 'កំពុងផ្ញើសំណើ',
      created: 'រង់ចាំមកយក',
      picked: 'បានយកហើយ',
      'in-transit': 'កំពុងដឹក',
      'out-for-delivery': 'កំពុងប្រគល់',
      delivered: 'បានប្រគល់ដល់',
      failed: 'មិនទាន់ប្រគល់បាន',
      returning: 'កំពុងត្រឡប់',
      returned: 'បានត្រឡប់',
      lost: 'បាត់ ឬខូច',
      cancelled: 'បោះបង់ការដឹក',
      refused: 'អ្នកដឹកមិនទទួល',
    },
  },
}
