import { error, redirect } from '@sveltejs/kit'
import {
  announceSuspension,
  announceSuspensionInput,
  banks,
  carryOutInput,
  carryOutSuspension,
  liftSuspension,
  liftSuspensionInput,
  listSellers,
  papersOfSeller,
  placeOf,
  receiveOrderInput,
  receiveSuspensionOrder,
  returnPaper,
  returnPaperInput,
  suspensionsOfSeller,
  verifyPaper,
  verifyPaperInput,
  verifySeller,
  verifySellerInput,
  withdrawSuspension,
  withdrawSuspensionInput,
} from '@dacsan/modules/shop'
import type { ShopRefusal } from '@dacsan/modules/shop/rules'
import type { Ctx } from '@dacsan/modules/context'
import { newId, readId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { uploadOf } from '#lib/inspection/answers.ts'
import { paths } from '#lib/paths.ts'
import { refusedSeller } from '#lib/sellers/answers.ts'
import { shownPapers, shownSuspensions } from '#lib/sellers/shown.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const id = readId('pro', params.id)
  const [seller] = await listSellers(ctx, [id])
  if (!seller) error(404)
  const [papers, { history, ...suspending }] = await Promise.all([papersOfSeller(ctx, id), suspensionsOfSeller(ctx, id)])
  return {
    seller: { ...seller, place: placeOf(seller), bankName: banks().get(seller.bankBin)?.shortName ?? seller.bankBin },
    papers: shownPapers(papers),
    suspensions: shownSuspensions(history),
    suspending,
    requestKey: newId('key'),
    saved: url.searchParams.has('da-luu'),
  }
}

type Outcome = { ok: true } | { ok: false; refusal: ShopRefusal }

/** An act on this seller: its form, and what is done with it. */
const act =
  <Schema extends z.ZodType>(schema: Schema, run: (ctx: Ctx, input: z.infer<Schema>, event: RequestEvent) => Promise<Outcome>) =>
  async (event: RequestEvent) => {
    const form = await readForm(event.request, schema)
    if (!form.ok) return form.answer
    const outcome = await run(event.locals.ctx, form.value, event)
    if (!outcome.ok) return refusedSeller(outcome.refusal, form.values)
    redirect(303, paths.seller(event.params.id, { saved: true }))
  }
const ofPage = ({ params }: RequestEvent) => ({ producerId: readId('pro', params.id) })
const ordering = receiveOrderInput.omit({ producerId: true }).extend({ file: z.instanceof(File).optional() })

export const actions: Actions = {
  verify: act(verifySellerInput.omit({ producerId: true }), (ctx, input, event) => verifySeller(ctx, { ...input, ...ofPage(event) })),
  'verify-paper': act(verifyPaperInput, verifyPaper),
  'return-paper': act(returnPaperInput, returnPaper),
  announce: act(announceSuspensionInput.omit({ producerId: true }), (ctx, input, event) =>
    announceSuspension(ctx, { ...input, ...ofPage(event) }),
  ),
  receive: act(ordering, (ctx, { file, ...input }, event) => receiveSuspensionOrder(ctx, { ...input, ...ofPage(event) }, uploadOf(file))),
  'carry-out': confirmFirst('seller-suspension.carried-out', act(carryOutInput, carryOutSuspension)),
  withdraw: act(withdrawSuspensionInput, withdrawSuspension),
  lift: act(liftSuspensionInput, liftSuspension),
}
