import { redirect } from '@sveltejs/kit'
import { dropCash, dropDelivery, ownDelivery, saveCash, saveCashInput, saveDelivery, saveDeliveryInput } from '@dacsan/modules/shop'
import { deliveryZones } from '@dacsan/modules/shop/rules'
import type { CashOnDelivery, DeliveryTable, SaveDeliveryRefusal } from '@dacsan/modules/shop/rules'
import { deliveryExample, sayRefusal } from '@dacsan/modules/shop/words'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { table, cash, places } = await ownDelivery(locals.ctx)
  const asksExample = table === null && url.searchParams.has('vi-du')
  return {
    places,
    hasTable: table !== null,
    hasCash: cash !== null,
    cash: cash ? cashFieldsOf(cash) : {},
    asksExample,
    values: table ? fieldsOf(table) : asksExample ? deliveryExample : {},
  }
}

/** The table as the fields of its form. */
function fieldsOf({ tareGrams, zones, pickups }: DeliveryTable): Record<string, string> {
  const weights = [...new Set(zones.flatMap(({ steps }) => steps.map(({ upToGrams }) => upToGrams)))].toSorted((a, b) => a - b)
  const fields: [string, string][] = [
    ['tareGrams', String(tareGrams)],
    ...weights.map((grams, at): [string, string] => [`step-${at + 1}`, String(grams / 1000).replace('.', ',')]),
    ...zones.flatMap(({ zone, steps, freeFromVnd, carriesCold }): [string, string][] => [
      ...steps.map(({ upToGrams, feeVnd }): [string, string] => [`fee-${zone}-${weights.indexOf(upToGrams) + 1}`, String(feeVnd)]),
      ...(freeFromVnd === null ? [] : [[`free-${zone}`, String(freeFromVnd)] as [string, string]]),
      ...(carriesCold ? [[`cold-${zone}`, 'on'] as [string, string]] : []),
    ]),
    ...pickups.map(({ placeId }): [string, string] => [`pickup-${placeId}`, 'on']),
  ]
  return Object.fromEntries(fields)
}

const cashFieldsOf = ({ largestVnd, zones }: CashOnDelivery): Record<string, string> => ({
  largestVnd: String(largestVnd),
  ...Object.fromEntries(zones.map((zone) => [`cash-${zone}`, 'on'])),
})

/** The field in which the fault of a value was typed. */
function fieldAt(path: string): string {
  const [, at, what, step] = /^zones\.(\d)\.(\w+)(?:\.(\d))?$/.exec(path) ?? []
  if (at !== undefined)
    return what === 'fees' ? `fee-${deliveryZones[Number(at)]}-${Number(step) + 1}` : `free-${deliveryZones[Number(at)]}`
  const [, weight] = /^stepGrams\.(\d)$/.exec(path) ?? []
  return weight === undefined ? path : `step-${Number(weight) + 1}`
}

const fieldOf = (refusal: SaveDeliveryRefusal): string =>
  'zone' in refusal ? `fee-${refusal.zone}-1` : refusal.code === 'steps-not-rising' ? 'step-1' : 'form'

export const actions: Actions = {
  save: async ({ request, locals }) => {
    const form = await readForm(request, saveDeliveryInput)
    if (!form.ok) {
      const { values, errors } = form.answer.data
      return correct(values, Object.fromEntries(Object.entries(errors).map(([path, words]) => [fieldAt(path), words])))
    }
    const outcome = await saveDelivery(locals.ctx, form.value)
    if (!outcome.ok) return correct(form.values, { [fieldOf(outcome.refusal)]: sayRefusal(outcome.refusal) })
    redirect(303, paths.delivery)
  },
  'save-cash': async ({ request, locals }) => {
    const form = await readForm(request, saveCashInput)
    if (!form.ok) return form.answer
    const outcome = await saveCash(locals.ctx, form.value)
    if (!outcome.ok) return correct(form.values, { zones: sayRefusal(outcome.refusal) })
    redirect(303, paths.delivery)
  },
  'drop-cash': async ({ locals }) => {
    const outcome = await dropCash(locals.ctx)
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.delivery)
  },
  drop: async ({ locals }) => {
    const outcome = await dropDelivery(locals.ctx)
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.delivery)
  },
}
