// What verifies a certificate without asking anybody, for pages and for programs: apart from the rules, which bring no cryptography to pages that need none.
export { isInForce, judgeCredential, readTyped } from './rules/judge-credential.ts'
export type { CredentialJudgement, CredentialState, UntrustedPart } from './rules/judge-credential.ts'
