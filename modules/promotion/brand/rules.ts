export * from './acts.ts'
export * from './rules/ids.ts'
export * from './rules/kit.ts'
export * from './rules/mark-file.ts'
