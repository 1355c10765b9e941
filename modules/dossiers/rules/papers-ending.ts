/** A working aid, no legal value: so many days before its last one a paper of the vault is said to end. Renewing one takes an office some weeks. */
export const paperEndsSoonDays = 60
