/** Where somebody comes in with a paper of the commune; the site has no other name for it. */
export const slipPath = (secret: string): string => `/loi-moi/chu-the/${secret}`
