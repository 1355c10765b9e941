import type { ChoiceView } from '../rules/views.ts'
import { headingOf } from './casing.ts'

export const noneOfTheOptions = 'Không đạt mức nào'

/** The option that was chosen, in the words of the decision. */
export const sayChoice = (choice: Pick<ChoiceView, 'label'>): string => choice.label ?? noneOfTheOptions

export const sayCriterion = (choice: Pick<ChoiceView, 'criterion' | 'criterionName'>): string =>
  `${choice.criterion} ${headingOf(choice.criterionName)}`

export const sayCriterionPoints = (choice: ChoiceView): string =>
  `${choice.criterion} ${choice.criterionName}: ${choice.points}/${choice.max} điểm`
