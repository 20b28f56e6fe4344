import type { Catalogue } from './catalogue.ts'

/** A link to what is on the screen: the act, and what is said where Teams has no window of its own for it. */
export const tabShare = {
  share: { nb: 'Del lenke', nn: 'Del lenkje', en: 'Share a link' },
  lead: {
    nb: 'Den som åpner lenken, kommer hit. Skjermede prosjekter vises bare for dem som har tilgang.',
    nn: 'Den som opnar lenkja, kjem hit. Skjerma prosjekt blir berre viste for dei som har tilgang.',
    en: 'Whoever opens the link comes here. Restricted projects are shown only to those who have access.',
  },
  link: { nb: 'Lenke', nn: 'Lenkje', en: 'Link' },
  copied: { nb: 'Lenken er kopiert.', nn: 'Lenkja er kopiert.', en: 'The link has been copied.' },
  notCopied: {
    nb: 'Vi fikk ikke kopiert lenken. Merk den og kopier den herfra.',
    nn: 'Vi fekk ikkje kopiert lenkja. Merk ho og kopier ho herifrå.',
    en: 'We could not copy the link. Select it and copy it from here.',
  },
  copy: { nb: 'Kopier', nn: 'Kopier', en: 'Copy' },
  close: { nb: 'Lukk', nn: 'Lukk', en: 'Close' },
  'label.portfolio': { nb: 'Oversikten i Prosjektpuls', nn: 'Oversikta i Prosjektpuls', en: 'The overview in Prosjektpuls' },
} satisfies Catalogue
