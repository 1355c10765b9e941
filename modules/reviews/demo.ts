import type { DemoStage, DemoStep } from '../demo.ts'

export function reviewsDemo(_stage: DemoStage): { steps: DemoStep[] } {
  return { steps: [] }
}
