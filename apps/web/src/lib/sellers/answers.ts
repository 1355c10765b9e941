import type { ShopRefusal } from '@dacsan/modules/shop/rules'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { correct } from '#lib/forms.ts'

/** The field that a refusal is about; others stand above the form. */
const fieldOf: Partial<Record<ShopRefusal['code'], string>> = {
  'paper-ended': 'validUntil',
  'issued-in-future': 'issuedOn',
  'file-missing': 'file',
  'file-empty': 'file',
  'file-too-large': 'file',
  'file-type-refused': 'file',
  'file-infected': 'file',
  'image-broken': 'file',
  'image-too-many-pixels': 'file',
  'pdf-refused': 'file',
  'notice-too-short': 'startsOn',
  'received-in-future': 'receivedAt',
}

/** The form again, with why not beside the field that it is about. */
export const refusedSeller = (refusal: ShopRefusal, values: Record<string, string>) =>
  correct(values, { [fieldOf[refusal.code] ?? 'form']: sayRefusal(refusal) }, refusal.code)
