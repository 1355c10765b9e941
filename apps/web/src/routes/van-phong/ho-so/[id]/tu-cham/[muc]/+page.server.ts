import { error, fail, redirect } from '@sveltejs/kit'
import { findDraft, saveChoices } from '@dacsan/modules/dossiers'
import { applies, choosable, conditionOf, hasNoneAnswer, isEditable, nameOfRow } from '@dacsan/modules/dossiers/rules'
import type { ChoicePick } from '@dacsan/modules/dossiers/rules'
import { z } from 'zod'
import { criteriaSource } from '@dacsan/modules/law'
import { correctionsOf } from '#lib/dossier/corrections.ts'
import { dossierPath } from '#lib/dossier/paths.ts'
import { refused } from '#lib/dossier/refused.ts'
import { headingOf } from '#lib/dossier/scoring.ts'
import { readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { dossier, set, papers, score, starLaw } = await findDraft(ctx, params.id)
  if (!isEditable(dossier.status)) redirect(303, dossierPath(dossier.id))
  const sections = set.parts.flatMap((part) => part.sections.map((section) => ({ part, section })))
  const index = sections.findIndex(({ section }) => section.code === params.muc)
  if (index === -1) error(404)
  const { part, section } = sections[index]!
  const chosen = new Map(dossier.choices.map((choice) => [choice.criterion, choice]))
  const open = dossier.requests.find((request) => request.answeredAt === null)
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
    criteria: choosable(section).map((criterion) => ({
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
      none: hasNoneAnswer(criterion),
      applies: applies(set, dossier.choices, criterion.code),
      dependsOn: conditionOf(set, criterion.code)?.code ?? null,
      choice: chosen.get(criterion.code) ?? null,
      papers: dossier.evidence.filter((paper) => paper.criteria.includes(criterion.code)).map(({ id, title }) => ({ id, title })),
      usual: (papers.usual[criterion.code] ?? []).map((kind) => nameOfRow(papers.rows, kind)),
      asked: (open?.items ?? [])
        .filter((item) => item.about === `criterion:${criterion.code}` && item.answeredAt === null)
        .map((item) => item.text),
    })),
    sections: sections.map(({ section: one, part: { code } }) => {
      const codes = choosable(one).filter((criterion) => applies(set, dossier.choices, criterion.code))
      return {
        code: one.code,
        name: headingOf(one.name),
        part: code,
        left: codes.filter((criterion) => !chosen.has(criterion.code)).length,
      }
    }),
    previous: sections[index - 1]?.section.code ?? null,
    next: sections[index + 1]?.section.code ?? null,
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

async function save({ request, locals: { ctx }, params }: Parameters<NonNullable<Actions['luu']>>[0]) {
  const form = await readForm(request, posted)
  if (!form.ok) return { ok: false as const, answer: form.answer }
  const { picks, withoutOption } = picksOf(form.values)
  if (withoutOption.length > 0) {
    const errors = Object.fromEntries(withoutOption.map((code) => [`o:${code}`, `Tiêu chí ${code}: đã ghi lý do nhưng chưa chọn mức.`]))
    return { ok: false as const, answer: fail(422, { values: form.values, errors }) }
  }
  const saved = await saveChoices(ctx, { dossierId: params.id, version: form.value.version, picks })
  if (saved.ok) return { ok: true as const, saved: saved.value }
  const criterion = 'criterion' in saved.refusal ? `o:${saved.refusal.criterion}` : 'form'
  return { ok: false as const, answer: refused(saved.refusal, form.values, criterion) }
}

export const actions: Actions = {
  /** Saves and stays; the page calls it by itself where there is JavaScript. */
  luu: async (event) => {
    const result = await save(event)
    return result.ok ? { saved: result.saved } : result.answer
  },
  tiep: async (event) => {
    const result = await save(event)
    if (!result.ok) return result.answer
    const next = event.url.searchParams.get('den')
    redirect(303, next ? `${dossierPath(event.params.id)}/tu-cham/${encodeURIComponent(next)}` : dossierPath(event.params.id))
  },
}
