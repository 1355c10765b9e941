import { randomBytes } from 'node:crypto'
import { redirect } from '@sveltejs/kit'
import {
  exportInvoices,
  exportInvoicesInput,
  findExports,
  formatNamed,
  invoiceFormats,
  ratesOn,
  unknownProviders,
} from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { dateInVietnam } from '@dacsan/vietnam'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

const fields: Readonly<Record<string, string>> = {
  'period-backwards': 'to',
  'format-unknown': 'format',
  'rate-unknown': 'rate',
  'note-missing': 'note',
}

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const today = dateInVietnam(ctx.now)
  const exports = await findExports(ctx)
  return {
    today,
    formats: invoiceFormats.map(({ key, name }) => ({ key, name })),
    rates: ratesOn(today).map(({ name, says }) => ({ name, says })),
    unknownProviders,
    made: url.searchParams.get('da-lap'),
    exports: exports.map((one) => ({ ...one, formatName: formatNamed(one.format)?.name ?? one.format })),
    requestKey: randomBytes(18).toString('base64url'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, exportInvoicesInput)
    if (!form.ok) return form.answer
    const outcome = await exportInvoices(ctx, form.value)
    if (!outcome.ok) return correct(form.values, { [fields[outcome.refusal.code] ?? 'form']: sayRefusal(outcome.refusal) })
    redirect(303, paths.invoiceExports({ made: outcome.value.exportId }))
  },
}
