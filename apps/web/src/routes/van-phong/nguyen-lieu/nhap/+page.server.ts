import { redirect } from '@sveltejs/kit'
import { buyMaterial, buyMaterialInput, purchaseForm } from '@dacsan/modules/traceability'
import { sayRefusal } from '@dacsan/modules/traceability/words'
import { newId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { afterUpload, paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ ...(await purchaseForm(ctx)), requestKey: newId('mlt') })

const withFiles = buyMaterialInput.extend({ paper: z.instanceof(File).optional(), photo: z.instanceof(File).optional() })

const fieldOf: Record<string, string> = {
  'bought-in-future': 'boughtOn',
  'bought-too-long-ago': 'boughtOn',
  'material-has-unit': 'unit',
  'supplier-unnamed': 'supplierName',
  'unknown-commune': 'supplierCommune',
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, withFiles)
    if (!form.ok) return form.answer
    const { paper, photo, ...purchase } = form.value
    const bought = await buyMaterial(ctx, purchase, { paper, photo })
    if (!bought.ok)
      return correct(form.values, { [fieldOf[bought.refusal.code] ?? 'form']: sayRefusal(bought.refusal) }, bought.refusal.code)
    redirect(303, afterUpload(paths.material(bought.value.materialLotId), bought.value))
  },
}
