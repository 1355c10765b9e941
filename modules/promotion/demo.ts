import type { DemoStage, DemoStep } from '../demo.ts'
import { fairsDemo } from './demo/fairs.ts'
import { identityDemo } from '../identity/demo.ts'
import { previewAllotment, publishAllotment } from './fairs/allot.ts'
import { applyForStand } from './fairs/apply.ts'
import { drawFairPlan, placeApplication, printPlan } from './fairs/draw-plan.ts'
import { applyInput, createFairInput, planInput } from './fairs/inputs.ts'
import { countVisits, declareSales, recordCost, recordResult } from './fairs/keep-books.ts'
import { beginRunning, closeCall, createFair, endFair, openCall, reportFair } from './fairs/manage-fair.ts'
import { applicationForm } from './fairs/read-application.ts'
import { findFair } from './fairs/read-fair.ts'
import type { FairApplicationId, FairId } from './fairs/rules/ids.ts'
import { confirmStand } from './fairs/take-turns.ts'
import { buyersDemo } from './demo/buyers.ts'
import { pointsDemo } from './demo/points.ts'
import { newsDemo } from './demo/news.ts'
import { pointsDemo } from './demo/points.ts'

/** What the room shows of itself. */
export function promotionDemo(stage: DemoStage): { steps: DemoStep[] } {
  return { steps: [...fairsDemo(stage).steps, ...pointsDemo(stage).steps, ...newsDemo(stage).steps, ...buyersDemo(stage).steps] }
}
