export * from './training/rules.ts'
