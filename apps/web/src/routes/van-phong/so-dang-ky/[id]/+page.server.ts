import { confirmImport, confirmImportInput, findImport, turnDownImport, turnDownImportInput } from '@dacsan/modules/certificates'
import { readId } from '@dacsan/platform/ids'
import { fail, redirect } from '@sveltejs/kit'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { refusalError } from '#lib/certificates/refusal-field.ts'
import { readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = ({ locals: { ctx }, params, url: { searchParams } }) =>
  findImport(ctx, readId('imp', params.id), { kind: searchParams.get('loai'), page: Number(searchParams.get('trang') ?? 1) })

const none: string[] = []

export const actions: Actions = {
  confirm: confirmFirst('register.import-confirmed', async ({ request, locals: { ctx }, params }: RequestEvent) => {
    const doubt = (await readFormData(request)).getAll('doubt').map(String)
    const input = confirmImportInput.safeParse({ importId: params.id, doubt })
    const outcome = input.success && (await confirmImport(ctx, input.data))
    if (outcome && outcome.ok) redirect(303, paths.registerImport(params.id))
    return fail(422, { doubt, reason: '', errors: outcome ? refusalError(outcome.refusal) : {} })
  }),
  turnDown: async ({ request, locals: { ctx }, params }) => {
    const reason = String((await readFormData(request)).get('reason') ?? '')
    const input = turnDownImportInput.safeParse({ importId: params.id, reason })
    if (!input.success)
      return fail(422, { doubt: none, reason, errors: { reason: input.error.issues[0]!.message } as Record<string, string> })
    const outcome = await turnDownImport(ctx, input.data)
    if (outcome.ok) redirect(303, paths.registerDesk)
    return fail(422, { doubt: none, reason, errors: refusalError(outcome.refusal) })
  },
}
