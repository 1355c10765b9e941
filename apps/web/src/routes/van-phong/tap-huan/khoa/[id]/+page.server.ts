import { findCourse, findEffect, writeTest, writeTestInput } from '@dacsan/modules/support'
import type { Gain } from '@dacsan/modules/support/rules'
import { effectWords as words } from '@dacsan/modules/support/words'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnTraining } from '#lib/training/answers.ts'
import type { Actions, PageServerLoad } from './$types'

const percent = (share: number) => `${(share / 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`
const sayGain = (gain: Gain | null) =>
  gain
    ? words.line(gain.products, percent(gain.before), percent(gain.after), `${gain.gain > 0 ? '+' : ''}${percent(gain.gain)}`)
    : words.nothing

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const id = readId('trc', params.id)
  const [{ questions, ...view }, effect] = await Promise.all([findCourse(ctx, id), findEffect(ctx, id)])
  const lineOf = (one: (typeof questions)[number]) =>
    [one.points, one.says, ...one.options.map((option, at) => (at === one.answer ? `*${option}` : option))].join('; ')
  return {
    ...view,
    questions: questions.map(lineOf).join('\n'),
    effect: effect && {
      taught: sayGain(effect.taught),
      others: sayGain(effect.others),
      few: effect.isFew ? words.few(effect.leastProducts) : null,
    },
    saved: url.searchParams.has('da-luu'),
  }
}

export const actions: Actions = {
  test: async ({ request, locals: { ctx }, params }) =>
    actOnTraining(
      await readForm(request, writeTestInput),
      (value) => writeTest(ctx, value),
      paths.courseOffice(params.id, { saved: true }),
    ),
}
