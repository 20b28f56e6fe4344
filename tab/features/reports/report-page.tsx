export function ReportPage({ projectKey }: { projectKey: string }) {
  return <p>{projectKey}</p>
}
