/** Lets the system open an address (`tel:`, `mailto:`), as a click on a link to it would. */
export function openAddress(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.click()
}
