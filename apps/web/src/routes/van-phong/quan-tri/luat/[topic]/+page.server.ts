import { fail, redirect } from '@sveltejs/kit'
import { NotFound } from '@dacsan/decisions'
import { requireRole } from '@dacsan/modules/identity'
import { listRules, supersedeRule, supersedeRuleInput } from '@dacsan/modules/law'
import { isTopic } from '@dacsan/modules/law/rules'
import { certaintyNames, sayRefusal, topicNames } from '@dacsan/modules/law/words'
import { readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

const topicOf = (text: string) => {
  if (!isTopic(text)) throw new NotFound('no such topic')
  return text
}

export const load: PageServerLoad = async ({ locals, params }) => {
  requireRole(locals.actor, 'administrator', 'provincial-officer')
  const topic = topicOf(params.topic)
  return { topic, name: topicNames[topic], versions: await listRules(locals.ctx.db, topic), certaintyNames }
}

const said: Record<string, string> = {
  value: 'Viết giá trị theo dạng đang dùng.',
  effectiveFrom: 'Chọn ngày bắt đầu có hiệu lực.',
  instrument: 'Ghi số, ký hiệu văn bản.',
  sourceUrl: 'Địa chỉ phải bắt đầu bằng https://',
  certainty: 'Chọn mức chắc chắn.',
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const topic = topicOf(params.topic)
    const form = await readForm(request, supersedeRuleInput.omit({ topic: true }))
    if (!form.ok) {
      const { values, errors } = form.answer.data
      return fail(422, { values, errors: Object.fromEntries(Object.keys(errors).map((name) => [name, said[name] ?? errors[name]!])) })
    }
    const outcome = await supersedeRule(locals.ctx, { ...form.value, topic })
    if (!outcome.ok) {
      const field = outcome.refusal.code === 'not-later' ? 'effectiveFrom' : 'value'
      return fail(422, { values: form.values, errors: { [field]: sayRefusal(outcome.refusal) } as Record<string, string> })
    }
    redirect(303, `/van-phong/quan-tri/luat/${topic}`)
  },
}
