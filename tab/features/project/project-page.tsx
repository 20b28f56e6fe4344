export function ProjectPage({ projectKey }: { projectKey: string }) {
  return <p>{projectKey}</p>
}
