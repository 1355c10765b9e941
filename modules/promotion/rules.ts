export * from './fairs/rules.ts'
