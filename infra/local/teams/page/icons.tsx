import type { ReactNode } from 'react'

/** Small line drawings in the manner of Teams; always beside a word or a label, so they are hidden from screen readers. */
const Icon = ({ children, size = 24 }: { children: ReactNode; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
)

export const BellIcon = () => (
  <Icon>
    <path d="M12 3a6 6 0 0 0-6 6v4l-2 4h16l-2-4V9a6 6 0 0 0-6-6Z" />
    <path d="M9.5 20a2.7 2.7 0 0 0 5 0" />
  </Icon>
)

export const ChatIcon = () => (
  <Icon>
    <path d="M12 3.5a8.5 8.5 0 0 0-7.5 12.5L3.5 20.5l4.5-1A8.5 8.5 0 1 0 12 3.5Z" />
    <path d="M8.5 10.5h7M8.5 13.8h4.5" />
  </Icon>
)

export const ChannelsIcon = () => (
  <Icon>
    <circle cx="9" cy="8" r="3.2" />
    <circle cx="17.2" cy="9" r="2.4" />
    <path d="M3.5 19v-1.5A3.5 3.5 0 0 1 7 14h4a3.5 3.5 0 0 1 3.5 3.5V19" />
    <path d="M16.5 14h1a3 3 0 0 1 3 3v1.5" />
  </Icon>
)

export const TryIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.2V12l3.2 2.2" />
  </Icon>
)

export const PanelIcon = () => (
  <Icon size={20}>
    <rect x="3.5" y="4.5" width="17" height="15" rx="2" />
    <path d="M14.5 4.5v15" />
  </Icon>
)

export const SendIcon = () => (
  <Icon size={20}>
    <path d="m4.5 4.5 16 7.5-16 7.5 2.2-7.5-2.2-7.5Z" />
    <path d="M6.7 12h7" />
  </Icon>
)

/** The product's own mark. */
export const PulseMark = ({ size = 32 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 192 192" aria-hidden="true" focusable="false">
    <rect width="192" height="192" rx="38" fill="#5b5fc7" />
    <polyline
      points="36,102 62,102 77,56 103,142 121,86 130,102 156,102"
      fill="none"
      stroke="#fff"
      strokeWidth="13"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
