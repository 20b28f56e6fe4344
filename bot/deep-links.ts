import type { TabPlace, TabUrl } from '#contract/card-views.ts'

/** Entity ids of the personal tabs, as the manifest has them. */
const PORTFOLIO_TAB = 'portfolio'
const TASKS_TAB = 'mine'

/** Links of cards into the tab inside Teams: `https://teams.microsoft.com/l/entity/APP/TAB?context={"subEntityId":…}`. */
export function deepLinks(teamsAppId: string): TabUrl {
  return (place) => {
    const tab = place.kind === 'tasks' ? TASKS_TAB : PORTFOLIO_TAB
    const page = pageOf(place)
    const context = page === null ? '' : `?context=${encodeURIComponent(JSON.stringify({ subEntityId: page }))}`
    return `https://teams.microsoft.com/l/entity/${teamsAppId}/${tab}${context}`
  }
}

/** The tab's own address of a place; null where the tab begins by itself. */
function pageOf(place: TabPlace): string | null {
  if (place.kind !== 'project') return null
  const project = `#/project/${encodeURIComponent(place.projectKey)}`
  return place.page === undefined ? project : `${project}/${place.page}`
}
