import { formatMoment } from '@dacsan/vietnam'
import { fail, redirect } from '@sveltejs/kit'
import { pastStatements, readStatementIn } from '@dacsan/modules/payments'
import { sayFault, sayRefusal, statementPage as words } from '@dacsan/modules/payments/words'
import { readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  past: (await pastStatements(ctx)).map(({ takenAt, ...one }) => ({ ...one, takenAt: takenAt && formatMoment(takenAt) })),
})

const refused = (says: string, faults: string[] = []) => fail(422, { errors: { file: says } as Record<string, string>, faults })

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const file = (await readFormData(request)).get('file')
    if (!(file instanceof File) || (file.size === 0 && file.name === '')) return refused(words.chooseFile)
    const outcome = await readStatementIn(ctx, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (outcome.ok) redirect(303, paths.bankStatement(outcome.value.statementId))
    const { refusal } = outcome
    return refused(sayRefusal(refusal), refusal.code === 'lines-unreadable' ? refusal.faults.map(sayFault) : [])
  },
}
