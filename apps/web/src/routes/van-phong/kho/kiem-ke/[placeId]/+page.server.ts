import { countFormInput, countPlace, shelfToCount } from '@dacsan/modules/inventory'
import { sayRefusal } from '@dacsan/modules/inventory/words'
import { newId, readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  shelf: await shelfToCount(ctx, readId('plc', params.placeId)),
  requestKey: newId('key'),
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, countFormInput)
    if (!form.ok) {
      const { values, errors } = form.answer.data
      const rows = Object.keys(values).flatMap((name) => /^counted-(.+)$/.exec(name)?.[1] ?? [])
      const beside = Object.entries(errors).map(([path, says]) => {
        const [, line, field] = /^counts\.(\d+)\.(counted|note)$/.exec(path) ?? []
        return [line === undefined ? 'form' : `${field}-${rows[Number(line)]}`, says]
      })
      return correct(values, Object.fromEntries(beside))
    }
    const outcome = await countPlace(ctx, { ...form.value, placeId: readId('plc', params.placeId) })
    if (!outcome.ok) {
      const { refusal } = outcome
      const row = 'line' in refusal ? form.value.counts[refusal.line] : undefined
      const field = refusal.code === 'reason-missing' ? 'note' : 'counted'
      return correct(form.values, { [row ? `${field}-${row.lotId}-${row.packId}` : 'form']: sayRefusal(refusal) })
    }
    redirect(303, paths.goods({ saved: true }))
  },
}
