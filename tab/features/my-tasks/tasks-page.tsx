export function TasksPage() {
  return <p>x</p>
}
