/** Longer than any number or address; systems hand it to other programs on a command line. */
const LONGEST = 400

/**
 * An address the page may have the system open: a telephone number to call, or one person to write to, and nothing else. Lead data is what
 * strangers wrote: no subject, attachment or second address is handed on, no website opened. Null for all others.
 */
export function outsideAddress(address: string): string | null {
  if (address.length > LONGEST) return null
  const isNumber = /^tel:\+?\d{3,20}$/i.test(address)
  const isPerson = /^mailto:[^\s@?&,;:"<>\\]+@[^\s@?&,;:"<>\\]+$/i.test(address) && !/%(?:0[ad]|2c|3[bcef]|22)/i.test(address)
  return isNumber || isPerson ? address : null
}
