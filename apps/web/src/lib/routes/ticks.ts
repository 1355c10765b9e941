import { fail } from '@sveltejs/kit'
import { readFormData } from '#lib/forms.ts'
import type { actOnRoute } from './answers.ts'

/** What was ticked, which the texts of a form do not keep. */
export async function ticksOf(request: Request) {
  const typed = await readFormData(request.clone() as Request)
  return { months: typed.getAll('months').map(String), languages: typed.getAll('languages').map(String) }
}

/** The form again with what was ticked. */
export const withTicks = (
  { status, data }: NonNullable<Awaited<ReturnType<typeof actOnRoute>>>,
  ticked: Awaited<ReturnType<typeof ticksOf>>,
) => fail(status, { ...data, ticked })
