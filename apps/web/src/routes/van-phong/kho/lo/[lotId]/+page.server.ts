import { changeGoodsInput, goodsOfLot, moveGoods, packFormInput, packGoods, takeBack, takeOut } from '@dacsan/modules/inventory'
import type { InventoryRefusal } from '@dacsan/modules/inventory/rules'
import { inputWords, sayRefusal } from '@dacsan/modules/inventory/words'
import { newId, readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import type { ActionFailure } from '@sveltejs/kit'
import { correct, readForm } from '#lib/forms.ts'
import type { Correction } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  goods: await goodsOfLot(ctx, readId('lot', params.lotId)),
  saved: url.searchParams.has('da-luu'),
  requestKey: newId('key'),
})

const fieldOf: Partial<Record<InventoryRefusal['code'], string>> = {
  'not-enough': 'quantity',
  'more-than-sold': 'quantity',
  'reason-missing': 'note',
  'same-place': 'toId',
  'place-ended': 'toId',
}

export const actions: Actions = {
  pack: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, packFormInput)
    if (!form.ok) return besidePacks(form.answer)
    const outcome = await packGoods(ctx, { ...form.value, lotId: readId('lot', params.lotId) })
    if (!outcome.ok) return correct(form.values, { packing: sayRefusal(outcome.refusal) })
    redirect(303, paths.goodsOfLot(params.lotId, { saved: true }))
  },
  change: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, changeGoodsInput)
    if (!form.ok) return form.answer
    const { act, goods, toId, ...rest } = form.value
    const input = { ...rest, ...goods, lotId: readId('lot', params.lotId) }
    if (act === 'move' && toId === '') return correct(form.values, { toId: inputWords.place })
    const outcome =
      act === 'move' && toId !== ''
        ? await moveGoods(ctx, { ...input, fromId: goods.placeId, toId })
        : act === 'back'
          ? await takeBack(ctx, input)
          : act === 'move'
            ? undefined
            : await takeOut(ctx, act, input)
    if (outcome && !outcome.ok) return correct(form.values, { [fieldOf[outcome.refusal.code] ?? 'form']: sayRefusal(outcome.refusal) })
    redirect(303, paths.goodsOfLot(params.lotId, { saved: true }))
  },
}

/** What is wrong with the quantity of a pack stands beside it. */
function besidePacks(answer: ActionFailure<Correction>): ActionFailure<Correction> {
  const { values, errors } = answer.data
  const names = Object.keys(values).filter((name) => name.startsWith('quantity-'))
  return correct(
    values,
    Object.fromEntries(
      Object.entries(errors).map(([path, says]) => {
        const [, row, field] = /^packs\.(\d+)\.(quantity|perPack)$/.exec(path) ?? []
        const name = row === undefined ? 'packing' : names[Number(row)]!
        return [field === 'perPack' ? name.replace('quantity-', 'perPack-') : name, field === 'perPack' ? inputWords.perPack : says]
      }),
    ),
  )
}
