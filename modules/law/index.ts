import './topics-of-identity.ts'
export {
  communeOfFormer,
  communesInDistricts,
  findCommune,
  findFormerCommune,
  formersOfCommune,
  listCommunes,
  listFormerDistricts,
  searchCommunes,
} from './communes.ts'

export { criteriaSet, criteriaSource, criteriaVersionOn, listCriteriaSets } from './criteria.ts'
export type { CriteriaSet } from './criteria.ts'
export { criteriaOfTime } from './criteria-of-time.ts'
export type { CriteriaOfTime } from './criteria-of-time.ts'
export { aislesOfSets, communeItemSources, describeSets, listScorableSets, paperRows, papersOf } from './criteria-reading.ts'
export type { SetDescription } from './criteria-reading.ts'
export { lawOnFile, listUnusableRules, topicOnFile } from './find-law.ts'
export type { ProposalOnFile } from './find-law.ts'

export { holidays } from './holidays.ts'
export { loadLaw } from './load-law.ts'
export { verifyLegalRules } from './legal-rules.ts'
export { monthsBefore } from './months-before.ts'
export { ranksOn } from './ranks-on.ts'
export { refuseUnknownLaw } from './refuse-unknown-law.ts'
export { LawUnknown, listRules, ruleOn, rulesKnownOn, rulesOn, versionsOf } from './rule-on.ts'
export { declaredTopics } from './topics.ts'
export type { ItemSources, LegalSource, PaperLaw, PaperRow, Rule } from './rules.ts'
export { confirmProposal } from './confirm-proposal.ts'
export { proposeRule, proposeRuleInput } from './propose-rule.ts'
export { proposeTakingBack, proposeTakingBackInput } from './propose-taking-back.ts'
export { turnDownProposal, turnDownProposalInput } from './turn-down-proposal.ts'
export { withdrawProposal } from './withdraw-proposal.ts'
export { legalRuleList, topicRows } from './lists.ts'
