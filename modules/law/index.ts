export {
  communeOfFormer,
  findCommune,
  findFormerCommune,
  formersOfCommune,
  listCommunes,
  listFormerDistricts,
  searchCommunes,
} from './communes.ts'
export type { Commune, CommuneMatch, FormerCommune } from './communes.store.ts'
export { criteriaSet, criteriaSource, criteriaVersionOn, listCriteriaSets } from './criteria.ts'
export type { CriteriaSet, CriteriaVersion } from './criteria.ts'
export { criteriaOfTime } from './criteria-of-time.ts'
export type { CriteriaOfTime } from './criteria-of-time.ts'
export { aislesOfSets, communeItemSources, describeSets, paperRows, papersOf } from './criteria-reading.ts'
export type { SetDescription } from './criteria-reading.ts'
export { holidays } from './holidays.ts'
export { loadLaw } from './load-law.ts'
export { listRules, ruleOn } from './rule-on.ts'
export type {
  Certainty,
  CommuneItem,
  ItemSources,
  LegalSource,
  PaperLaw,
  PaperRow,
  QualityKind,
  Rule,
  SupersessionRefusal,
  Topic,
  ValueOf,
} from './rules.ts'
export { supersedeRule, supersedeRuleInput } from './supersede-rule.ts'
export type { SupersedeRuleInput } from './supersede-rule.ts'
