import { accountColumns, importAccounts } from '@dacsan/modules/identity'
import { importPage } from '@dacsan/modules/identity/words'
import { sayColumns, takeImport } from '#lib/import-form.ts'
import { sayInvitation } from '#lib/say-invitation.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = () => ({ columns: sayColumns(accountColumns) })

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, url }) => {
    const taken = await takeImport(request, (asked) => importAccounts(ctx, asked))
    if (!taken.ok) return taken.answer
    const opened = taken.tried
      ? []
      : taken.made.map(({ name, email, invitation }) => ({ name, email, ...sayInvitation(invitation, url.origin) }))
    return { done: importPage.accounts[taken.tried ? 'tried' : 'result'](taken.count), opened }
  },
}
