export function LeadsScreen() {
  return null
}
