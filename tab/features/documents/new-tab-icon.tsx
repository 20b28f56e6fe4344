/** The sign after a link that leaves the page as it is. */
export const NewTabIcon = () => (
  <svg width="12" height="12" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
    <path d="M9.5 2.5h4v4M13.5 2.5l-6 6M11.5 9.5v4h-9v-9h4" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
)
