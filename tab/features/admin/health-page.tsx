export function HealthPage() {
  return <p>x</p>
}
