/** The attribute of a `<details>` that shall be open. Left out otherwise, never false: who opened it before the script arrived would see it shut. */
export const opened = (open: boolean): { open?: true } => (open ? { open: true } : {})
