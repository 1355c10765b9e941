/** The parts of a dossier, in the order of the task list; `part-a` … `part-c` are the self-scoring, `evidence` the table of papers. */
export const dossierSections = ['producer', 'registration', 'business', 'part-a', 'part-b', 'part-c', 'evidence', 'plan'] as const
export type DossierSection = (typeof dossierSections)[number]

/** The parts that are plain forms. */
export const formSections = ['producer', 'registration', 'business', 'plan'] as const
export type FormSection = (typeof formSections)[number]

export const isFormSection = (text: string): text is FormSection => formSections.some((section) => section === text)

export type Field =
  | { kind: 'text' | 'long'; required: boolean; limit: number }
  | { kind: 'phone' | 'email' | 'date'; required: boolean }
  /** Whole numbers ≥ 0; money is whole đồng. `negative` lets a loss be written. */
  | { kind: 'whole' | 'money'; required: boolean; negative?: true }
  | { kind: 'choice'; required: boolean; options: readonly string[] }
  | { kind: 'check' }

type Words = Extract<Field, { limit: number }>
const text = (limit = 200): Words => ({ kind: 'text', required: true, limit })
const long = (limit = 4000): Words => ({ kind: 'long', required: true, limit })
const optional = (field: Words): Words => ({ ...field, required: false })

export const dossierKinds = ['first', 'upgrade', 'renewal'] as const
export type DossierKind = (typeof dossierKinds)[number]

/** Mẫu 01 and Mẫu 02 of Quyết định 26/2026/QĐ-TTg, Phụ lục III, field by field. */
export const sectionFields = {
  producer: {
    organisationName: text(),
    taxCode: optional(text(20)),
    registrationNo: text(50),
    representative: text(),
    position: text(100),
    // Asked for criterion 3.2 alone, and never obligatory: Luật 91/2025/QH15 on personal data.
    gender: { kind: 'choice', required: false, options: ['female', 'male'] },
    ethnicity: optional(text(50)),
    disability: { kind: 'check' },
    address: text(300),
    phone: { kind: 'phone', required: true },
    email: { kind: 'email', required: false },
  },
  registration: {
    productName: text(),
    productDescription: long(2000),
    changes: optional(long()),
    hasBusinessRegistration: { kind: 'check' },
    hasQualityDeclaration: { kind: 'check' },
    hasFoodSafety: { kind: 'check' },
    hasIntellectualProperty: { kind: 'check' },
    samplesReady: { kind: 'check' },
  },
  business: {
    materials: long(),
    process: long(),
    outputUnit: text(30),
    outputLastYear: { kind: 'whole', required: true },
    outputYearBefore: { kind: 'whole', required: true },
    revenueLastYear: { kind: 'money', required: true },
    revenueYearBefore: { kind: 'money', required: true },
    profitLastYear: { kind: 'money', required: true, negative: true },
    profitYearBefore: { kind: 'money', required: true, negative: true },
    labourTotal: { kind: 'whole', required: true },
    labourLocal: { kind: 'whole', required: true },
    labourFemale: { kind: 'whole', required: false },
    labourEthnic: { kind: 'whole', required: false },
    labourInsured: { kind: 'whole', required: false },
    markets: long(),
    linkage: optional(long()),
  },
  plan: {
    planOutput: { kind: 'whole', required: true },
    planRevenue: { kind: 'money', required: true },
    planMarket: long(),
    planQuality: long(),
    planPromotion: optional(long()),
    planSupport: optional(long()),
  },
} as const satisfies Record<FormSection, Record<string, Field>>

export type FieldName<S extends FormSection = FormSection> = { [K in S]: Extract<keyof (typeof sectionFields)[K], string> }[S]
export type FieldValue = string | number | boolean
/** What has been written so far; an empty answer is absent. */
export type SectionAnswers<S extends FormSection = FormSection> = Partial<Record<FieldName<S>, FieldValue>>
export type DossierAnswers = { [S in FormSection]: SectionAnswers<S> }

export function fieldsOf<S extends FormSection>(section: S): readonly [FieldName<S>, Field][] {
  return Object.entries(sectionFields[section]) as [FieldName<S>, Field][]
}

/** The fields that this dossier is asked: a first one changes nothing, and some sets want no samples. */
export function askedFields<S extends FormSection>(
  section: S,
  dossier: { kind: DossierKind; samplesRequired: number },
): readonly [FieldName<S>, Field][] {
  const left = new Set<string>([
    ...(dossier.kind === 'first' ? ['changes'] : []),
    ...(dossier.samplesRequired === 0 ? ['samplesReady'] : []),
  ])
  return fieldsOf(section).filter(([name]) => !left.has(name))
}

/** Whether something was written into a part: an unticked box is not an answer. */
export const isStarted = (answers: SectionAnswers): boolean => Object.values(answers).some((value) => value !== false)

/** An inconsistency that the producer can see and mend: shown at the field, and nothing is filed with it. */
export type AnswerProblem =
  | { code: 'labour-exceeds-total'; field: FieldName<'business'> }
  | { code: 'changes-missing'; field: FieldName<'registration'> }

/** The required fields that are still empty. */
export function missingFields<S extends FormSection>(section: S, answers: SectionAnswers<S>): FieldName<S>[] {
  return fieldsOf(section).flatMap(([name, field]) =>
    field.kind !== 'check' && field.required && answers[name] === undefined ? [name] : [],
  )
}

export function answerProblems(section: FormSection, answers: SectionAnswers, kind: DossierKind): AnswerProblem[] {
  if (section === 'business') return labourProblems(answers)
  // Nâng hạng: Mẫu 01 has to say what changed since the last time; đánh giá lại: what was updated.
  if (section === 'registration' && kind !== 'first' && answers.changes === undefined)
    return [{ code: 'changes-missing', field: 'changes' }]
  return []
}

const labourParts = ['labourLocal', 'labourFemale', 'labourEthnic', 'labourInsured'] as const

function labourProblems(answers: SectionAnswers): AnswerProblem[] {
  const { labourTotal } = answers
  if (typeof labourTotal !== 'number') return []
  return labourParts.flatMap((field) => {
    const part = answers[field]
    return typeof part === 'number' && part > labourTotal ? [{ code: 'labour-exceeds-total' as const, field }] : []
  })
}
