export { askWitnesses } from './ask-witnesses.ts'
export { newestCheckpoint, publicLogFile, takeCosigned } from './publish-log.ts'
export { rotateSealKey, sealFacts } from './seal-facts.ts'
export { lotSealedAt, proofOf, stepsByHand } from './proof-of.ts'
