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
export { criteriaSet, criteriaSource, criteriaVersionOn, describeSets, listCriteriaSets } from './criteria.ts'
export type { CriteriaSet, CriteriaVersion, SetDescription } from './criteria.ts'
export { criteriaOfTime } from './criteria-of-time.ts'
export type { CriteriaOfTime } from './criteria-of-time.ts'
export { findSets } from './find-sets.ts'
export { holidays } from './holidays.ts'
export { loadLaw } from './load-law.ts'
export { listRules, ruleOn, rulesOn } from './rule-on.ts'
export { ranksOn } from './ranks-on.ts'
export type { Certainty, LegalSource, Rule, SupersessionRefusal, Topic, ValueOf } from './rules.ts'
export { supersedeRule, supersedeRuleInput } from './supersede-rule.ts'
export type { SupersedeRuleInput } from './supersede-rule.ts'
