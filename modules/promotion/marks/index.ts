export { admitInput, answerMisuseInput, endUseInput, markPaperInput, markStepInput, misuseInput, noteMisuseInput, registerMarkInput, reportMisuseInput } from './inputs.ts' // prettier-ignore
export { admitUse, endUse, keepMarkPaper, recordMarkStep, registerMark } from './keep-mark.ts'
export { markList, misuseList } from './lists.ts'
export { mayKeepMarks } from './policy.ts'
export { checkUse, findMark, findPublicMark, listMarks, markFormChoices, marksOfProduct, openMarkPaper, printUseCard } from './read-mark.ts'
export { answerMisuse, examineMisuse, findMisuse, followMisuse, noteMisuse, openMisusePhoto, reportMisuse } from './report-misuse.ts'
