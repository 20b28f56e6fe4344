export function ImportPage() {
  return <p>x</p>
}
