import { fail } from '@sveltejs/kit'
import type { FairRefusal } from '@dacsan/modules/promotion'
import { refusalFields, sayRefusal } from '@dacsan/modules/promotion/words'
import type { z } from 'zod'
import { correct, readForm, readFormData } from '#lib/forms.ts'

/** The form again, with why not beside the field that it is about. */
export const refusedFair = (refusal: FairRefusal, values: Record<string, string>) =>
  correct(values, { [refusalFields[refusal.code] ?? 'form']: sayRefusal(refusal) }, refusal.code)

/** The same for the form of an application: what was ticked stays ticked. */
export async function readApplication<Schema extends z.ZodType>(request: Request, schema: Schema) {
  const chosen = (await readFormData(request.clone() as Request)).getAll('productId').map(String)
  const again = ({ status, data }: ReturnType<typeof refusedFair>) => fail(status, { ...data, chosen })
  return { form: await readForm(request, schema), again }
}
