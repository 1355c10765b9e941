/** What a key may open, in the words of the command line; a key has one of them or several. */
export const apiKeyScopes = ['epcis'] as const
export type ApiKeyScope = (typeof apiKeyScopes)[number]
