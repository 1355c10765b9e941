import type { BuyerRefusal } from '@dacsan/modules/promotion'
import { buyerRefusalFields, sayBuyerRefusal } from '@dacsan/modules/promotion/words'
import { fail } from '@sveltejs/kit'
import type { z } from 'zod'
import { correct, readForm, readFormData } from '#lib/forms.ts'

/** The form again, with why not beside the field that it is about. */
export const refusedBuyer = (refusal: BuyerRefusal, values: Record<string, string>) =>
  correct(values, { [buyerRefusalFields[refusal.code] ?? 'form']: sayBuyerRefusal(refusal) }, refusal.code)

/** The same for a form with several of one name: what was ticked stays ticked. */
export async function readTicked<Schema extends z.ZodType>(request: Request, schema: Schema, name: string) {
  const ticked = (await readFormData(request.clone() as Request)).getAll(name).map(String)
  const again = ({ status, data }: ReturnType<typeof correct>) => fail(status, { ...data, ticked })
  return { form: await readForm(request, schema), again }
}

/** Of the names that may stand in an address, the one that does. */
export const chosenOf = <const Name extends string>(names: readonly Name[], text: string | null): Name | null =>
  names.find((name) => name === text) ?? null
