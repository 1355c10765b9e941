import type { CollectionRefusal, SeasonRefusal } from '@dacsan/modules/promotion/rules'
import { collectionRefusalFields, sayCollectionRefusal } from '@dacsan/modules/promotion/words'
import { fail } from '@sveltejs/kit'
import { correct, readFormData } from '#lib/forms.ts'

/** The form again, with why not beside the field that it is about. */
export const refusedCollection = (refusal: CollectionRefusal, values: Record<string, string>) =>
  correct(values, { [collectionRefusalFields[refusal.code] ?? 'form']: sayCollectionRefusal(refusal) }, refusal.code)

/** What was ticked, which the texts of a form do not keep. */
export const receiversTicked = async (request: Request) => (await readFormData(request.clone() as Request)).getAll('forWhom').map(String)

/** The form again with what was ticked. */
export const withReceivers = ({ status, data }: ReturnType<typeof refusedCollection>, forWhom: readonly string[]) =>
  fail(status, { ...data, forWhom })

export const refusedSeason = (refusal: SeasonRefusal, values: Record<string, string>) =>
  correct(values, { product: sayCollectionRefusal(refusal) }, refusal.code)
