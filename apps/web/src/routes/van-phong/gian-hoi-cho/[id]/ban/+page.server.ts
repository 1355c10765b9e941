import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { qrSvg } from '@dacsan/gs1/qr'
import {
  bookGoodsInput,
  bookStandGoods,
  choosePlaceInput,
  chooseStandPlace,
  findStand,
  sellAtStand,
  standSaleForm,
  takeBackSaleInput,
  takeBackStandSale,
} from '@dacsan/modules/promotion'
import type { StandRefusal } from '@dacsan/modules/promotion'
import { sayStandRefusal } from '@dacsan/modules/promotion/words'
import type { Ctx } from '@dacsan/modules/context'
import { newId, readId } from '@dacsan/platform/ids'
import type { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { sales, transferTo, ...view } = await findStand(ctx, readId('fap', params.id))
  return {
    ...view,
    qr: transferTo && {
      image: `data:image/svg+xml,${encodeURIComponent(qrSvg(transferTo.payload))}`,
      account: transferTo.account,
      holder: transferTo.holder,
    },
    sales: sales.map(({ soldAt, at, ...sale }) => ({ ...sale, soldAt: formatMoment(soldAt), at: formatMoment(at) })),
    saved: url.searchParams.has('da-ghi'),
    requestKey: newId('key'),
  }
}

type Outcome = { ok: true } | { ok: false; refusal: StandRefusal }
const act =
  <Schema extends z.ZodType>(schema: Schema, command: (ctx: Ctx, input: z.infer<Schema>) => Promise<Outcome>) =>
  async ({ request, params, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, schema)
    if (!form.ok) return form.answer
    const outcome = await command(ctx, form.value)
    if (!outcome.ok) return correct(form.values, { form: sayStandRefusal(outcome.refusal) }, outcome.refusal.code)
    redirect(303, paths.standSalesSaved(params.id))
  }

export const actions: Actions = {
  place: act(choosePlaceInput, chooseStandPlace),
  sell: act(standSaleForm, sellAtStand),
  back: act(takeBackSaleInput, takeBackStandSale),
  book: act(bookGoodsInput, bookStandGoods),
}
