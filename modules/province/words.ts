/** Yes and no, as the table of units writes them. */
export const yesOrNo = { yes: 'có', no: 'không' } as const
