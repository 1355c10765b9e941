import { error, fail, redirect } from '@sveltejs/kit'
import { findDraft, saveChoices, scoringSheet } from '@dacsan/modules/dossiers'
import type { ChoicePick } from '@dacsan/modules/dossiers/rules'
import { headingOf, inputWords } from '@dacsan/modules/dossiers/words'
import { z } from 'zod'
import { criteriaSource } from '@dacsan/modules/law'
import { readId } from '@dacsan/platform/ids'
import { correctionsOf } from '#lib/dossier/corrections.ts'
import { refused } from '#lib/dossier/refused.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const draft = await findDraft(ctx, params.id)
  const { dossier, score, starLaw } = draft
  if (dossier.may['save-choices'] !== true) redirect(303, paths.dossier(dossier.id))
  const sheet = scoringSheet(draft, params.muc)
  if (!sheet) error(404)
  const { part, section } = sheet
  return {
    dossier: { id: dossier.id, version: dossier.version, updatedAt: dossier.updatedAt, product: dossier.product.name },
    part: { code: part.code, name: headingOf(part.name), max: part.max },
    section: {
      code: section.code,
      name: headingOf(section.name),
      max: section.max,
      hint: section.hint,
      notes: section.notes ?? [],
      correction: section.correction,
    },
    criteria: sheet.criteria.map(({ criterion, ...answer }) => ({
      ...answer,
      code: criterion.code,
      name: headingOf(criterion.name),
      max: criterion.max,
      hint: criterion.hint,
      notes: criterion.notes ?? [],
      corrections: correctionsOf(criterion),
      options: criterion.options.map((option) => ({
        ...option,
        branch: criterion.branches?.find(({ code }) => code === option.branch)?.label,
      })),
    })),
    sections: sheet.sections.map((one) => ({ ...one, name: headingOf(one.name) })),
    previous: sheet.previous,
    next: sheet.next,
    score,
    starLaw,
    source: criteriaSource(dossier.criteriaDecision),
  }
}

const posted = z.looseObject({ version: z.coerce.number().int().positive() })

/** `o:1.1` is the place of the chosen option, or `none`; `r:1.1` the reason. */
function picksOf(values: Record<string, string>): { picks: ChoicePick[]; withoutOption: string[] } {
  const picks = Object.entries(values).flatMap(([name, value]): ChoicePick[] => {
    if (!name.startsWith('o:')) return []
    const criterion = name.slice(2)
    return [
      { criterion, optionIndex: value === 'none' ? null : Number(value), reason: (values[`r:${criterion}`] ?? '').normalize('NFC').trim() },
    ]
  })
  const withoutOption = Object.entries(values)
    .filter(([name, value]) => name.startsWith('r:') && value.trim() !== '' && values[`o:${name.slice(2)}`] === undefined)
    .map(([name]) => name.slice(2))
  return { picks, withoutOption }
}

async function save({ request, locals: { ctx }, params }: Parameters<NonNullable<Actions['save']>>[0]) {
  const form = await readForm(request, posted)
  if (!form.ok) return { ok: false as const, answer: form.answer }
  const { picks, withoutOption } = picksOf(form.values)
  if (withoutOption.length > 0) {
    const errors = Object.fromEntries(withoutOption.map((code) => [`o:${code}`, inputWords.reasonWithoutOption(code)]))
    return { ok: false as const, answer: fail(422, { values: form.values, errors }) }
  }
  const saved = await saveChoices(ctx, { dossierId: readId('dos', params.id), version: form.value.version, picks })
  if (saved.ok) return { ok: true as const, saved: saved.value }
  const criterion = 'criterion' in saved.refusal ? `o:${saved.refusal.criterion}` : 'form'
  return { ok: false as const, answer: refused(saved.refusal, form.values, criterion) }
}

export const actions: Actions = {
  /** Saves and stays; the page calls it by itself where there is JavaScript. */
  save: async (event) => {
    const result = await save(event)
    return result.ok ? { saved: result.saved } : result.answer
  },
  continue: async (event) => {
    const result = await save(event)
    if (!result.ok) return result.answer
    const next = event.url.searchParams.get('den')
    redirect(303, next ? paths.dossierScoring(event.params.id, next) : paths.dossier(event.params.id))
  },
}
