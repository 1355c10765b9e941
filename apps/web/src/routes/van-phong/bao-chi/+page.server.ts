import { redirect } from '@sveltejs/kit'
import {
  informInput,
  informPress,
  nameSpokesperson,
  nameSpokespersonInput,
  pressDesk,
  pressTextInput,
  writePressText,
} from '@dacsan/modules/promotion'
import type { PressRefusal } from '@dacsan/modules/promotion'
import { pressRefusalFields, sayPressRefusal } from '@dacsan/modules/promotion/words'
import type { Ctx } from '@dacsan/modules/context'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam, formatMoment } from '@dacsan/vietnam'
import type { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { speaking, spokespersons, texts, information, downloads, hours } = await pressDesk(ctx)
  return {
    speaking: speaking && { name: speaking.name, title: speaking.title, phone: speaking.phone, email: speaking.email },
    spokespersons: spokespersons.map(({ version, name, title, isLate, publishedAt }) => ({
      version,
      name,
      title,
      isLate,
      at: formatMoment(publishedAt),
    })),
    texts: texts.map(({ kind, language, text, version }) => ({ kind, language, text, version })),
    information: information.map(({ id, month, title }) => ({ id, month: month.slice(0, 7).split('-').toReversed().join('/'), title })),
    downloads: downloads.map(({ fileName, count, last }) => ({ fileName, count, last: formatMoment(last) })),
    hours,
    thisMonth: dateInVietnam(ctx.now).slice(0, 7),
    requestKey: newId('key'),
    saved: url.searchParams.has('da-luu'),
  }
}

type Outcome = { ok: true } | { ok: false; refusal: PressRefusal }
const act =
  <Schema extends z.ZodType>(schema: Schema, command: (ctx: Ctx, input: z.infer<Schema>) => Promise<Outcome>) =>
  async ({ request, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, schema)
    if (!form.ok) return form.answer
    const outcome = await command(ctx, form.value)
    if (!outcome.ok)
      return correct(form.values, { [pressRefusalFields[outcome.refusal.code]]: sayPressRefusal(outcome.refusal) }, outcome.refusal.code)
    redirect(303, paths.pressDesk({ saved: true }))
  }

export const actions: Actions = {
  spokesperson: act(nameSpokespersonInput, nameSpokesperson),
  text: act(pressTextInput, writePressText),
  inform: act(informInput, informPress),
}
