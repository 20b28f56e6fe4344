import type { ReactNode } from 'react'

const Icon = ({ children, size = 16 }: { children: ReactNode; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
)

export const ChevronDown = () => (
  <Icon>
    <path d="m3.5 6 4.5 4.5L12.5 6" />
  </Icon>
)
export const ChevronRight = () => (
  <Icon>
    <path d="M6 3.5 10.5 8 6 12.5" />
  </Icon>
)
export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.3" />
    <path d="m10.2 10.2 3.6 3.6" />
  </Icon>
)
export const CrossIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
)
export const MoreIcon = () => (
  <Icon>
    <path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2.2" />
  </Icon>
)
export const PlusIcon = () => (
  <Icon>
    <path d="M8 2.5v11M2.5 8h11" />
  </Icon>
)
export const PageIcon = () => (
  <Icon>
    <path d="M4 1.8h5L12.2 5v9.2H4ZM9 1.8V5h3.2" />
  </Icon>
)
export const CheckIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="7" fill="var(--puls-ok)" stroke="none" />
    <path d="m4.8 8.2 2.2 2.2 4.2-4.6" stroke="var(--puls-off-mark)" strokeWidth="1.5" />
  </Icon>
)
export const LackIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6" stroke="var(--puls-late-text)" />
    <path d="m5.8 5.8 4.4 4.4M10.2 5.8l-4.4 4.4" stroke="var(--puls-late-text)" />
  </Icon>
)

/** The product's own mark: a pulse on a rounded square. */
export const Logo = () => (
  <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
    <rect width="28" height="28" rx="6" fill="var(--colorBrandBackground)" />
    <path
      d="M4 14.5h4.6l2.4-6.2 4 12 3-8.4 1.4 2.6H24"
      fill="none"
      stroke="var(--colorNeutralForegroundOnBrand)"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
