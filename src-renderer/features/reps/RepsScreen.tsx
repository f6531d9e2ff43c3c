export function RepsScreen() {
  return null
}
